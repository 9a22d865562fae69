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
    if (move === null || !isInEntries()) return null
    const depth = place.depth()
    if (move === 'open') {
      hasEntries ||= depth === AROUND_ENTRY
      return depth === AROUND_ENTRY + 1 ? 'begin' : null
    }
    isComplete ||= depth === AROUND_ENTRY - 1
    return depth === AROUND_ENTRY ? 'end' : null
  }

  function complete(rest: string): string {
    const whole = `${kept ?? ''}${rest}`
    kept = null
    return whole.length > mostChars ? '' : whole
  }

  return {
    push(text) {
      const entries: string[] = []
      let start = 0
      for (let at = 0; at < text.length; at += 1) {
        const edge = edgeAt(text[at] ?? '')
        if (edge === 'end') entries.push(complete(text.slice(start, at + 1)))
        if (edge !== 'begin') continue
        kept = ''
        start = at
      }
      if (kept !== null && kept.length <= mostChars) kept = `${kept}${text.slice(start)}`
      return entries
    },
    state: () => ({ hasEntries, isComplete }),
  }
}
