/** East Asian wide characters and emoji. Source: Unicode Standard Annex #11; terminals follow it for the most part. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How many columns of a terminal a text without control characters takes. */
export function textWidth(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}

/** The text in at most so many columns; where it is cut, an ellipsis says so. Whole characters only. */
export function cutToWidth(text: string, columns: number): string {
  // No character takes less than one code unit, so a long text need not be measured to its end.
  const beginning = text.slice(0, columns * 16 + 16)
  if (beginning.length === text.length && textWidth(text) <= columns) return text
  let [cut, width] = ['', 0]
  for (const { segment } of graphemes.segment(beginning)) {
    width += textWidth(segment)
    if (width > columns - 1) break
    cut += segment
  }
  return columns < 1 ? '' : `${cut}…`
}
