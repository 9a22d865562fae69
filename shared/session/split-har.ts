import { createJsonPlace } from './json-place.ts'

/** Open around an entry: the whole, `log` and the list `entries`. */
const AROUND_ENTRY = 3

export type HarSplitter = {
  /** Takes the next part of the file; returns the entries that are complete with it, as JSON. */
  readonly push: (text: string) => readonly string[]
  /** Whether `log.entries` has begun, and whether it has ended as it should. */
  readonly state: () => { readonly hasEntries: boolean; readonly isComplete: boolean }
}

/**
 * Cuts the list `log.entries` of a HAR file into its entries while the file comes in, so that only one entry need be in
 * memory. What is no JSON is given as it stands; reading it says what is wrong. An entry of more than `mostChars` is
 * given as an empty text.
 */
export function createHarSplitter(mostChars: number): HarSplitter {
  const place = createJsonPlace(AROUND_ENTRY - 1)
  const isInEntries = () => place.names()[0] === 'log' && place.names()[1] === 'entries'
  let hasEntries = false
  let isComplete = false
  /** What has come of the entry that is being read; null: none is. */
  let kept: string | null = null

  /** Whether an entry begins or ends with this character. */
  function edgeAt(character: string): 'begin' | 'end' | null {
    const move = place.take(character)
    if (move === null) return null
    if (move === 'open' && place.depth() === AROUND_ENTRY && isInEntries()) hasEntries = true
    if (move === 'close' && place.depth() === AROUND_ENTRY - 1 && isInEntries()) isComplete = true
    if (move === 'open') return place.depth() === AROUND_ENTRY + 1 && isInEntries() ? 'begin' : null
    return place.depth() === AROUND_ENTRY && kept !== null ? 'end' : null
  }

  return {
    push(text) {
      const entries: string[] = []
      let start = 0
      for (let at = 0; at < text.length; at += 1) {
        const edge = edgeAt(text[at] ?? '')
        if (edge === 'begin') {
          kept = ''
          start = at
        } else if (edge === 'end') {
          const whole: string = `${kept ?? ''}${text.slice(start, at + 1)}`
          entries.push(whole.length > mostChars ? '' : whole)
          kept = null
        }
      }
      if (kept !== null && kept.length <= mostChars) kept = `${kept}${text.slice(start)}`
      return entries
    },
    state: () => ({ hasEntries, isComplete }),
  }
}
