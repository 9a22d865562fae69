const PLAIN = /^[\s!-~]*$/

/** Whether a text is ASCII without control characters, and maybe other spaces. */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text)
}

/** Letter case, accents and other ways to write the same letters (full width, ligatures) make no difference. */
export function foldedText(text: string): string {
  if (isPlainText(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
