import { foldedText } from '#shared/search/folded-text.ts'
import type { TextRange } from '#shared/search/highlight.ts'

/** Where a text has what is looked for, letter case and accents aside: at most once. */
export function foundRanges(text: string, wanted: string): readonly TextRange[] {
  const part = foldedText(wanted)
  const folded = foldedText(text)
  const start = folded.indexOf(part)
  // Where folding changes the length, the place in the text is not known.
  if (part === '' || start === -1 || folded.length !== text.length) return []
  return [{ start, end: start + part.length }]
}
