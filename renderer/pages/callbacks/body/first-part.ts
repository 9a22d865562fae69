/** How much of a body is shown before more is asked for, in UTF-16 units. */
export const FIRST_PART_LENGTH = 256 * 1024

/** The beginning of a long text, up to a line end if one is near; the whole of a short one. */
export function firstPart(text: string): string {
  if (text.length <= FIRST_PART_LENGTH) return text
  const lineEnd = text.lastIndexOf('\n', FIRST_PART_LENGTH)
  if (lineEnd > FIRST_PART_LENGTH / 2) return text.slice(0, lineEnd)
  const last = text.charCodeAt(FIRST_PART_LENGTH - 1)
  const isPairCut = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, FIRST_PART_LENGTH - (isPairCut ? 1 : 0))
}
