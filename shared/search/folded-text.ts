const PLAIN = /^[\s!-~]*$/

/** Letter case, accents and other ways to write the same letters (full width, ligatures) make no difference. */
export function foldedText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
