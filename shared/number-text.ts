/** Made once: `toLocaleString` makes one for each number, which takes a millisecond of a page that is busy. */
const format = new Intl.NumberFormat('en-GB')

/** A number as people read it: `12,345`. */
export function numberText(value: number): string {
  return format.format(value)
}
