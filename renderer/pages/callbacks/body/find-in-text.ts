/** Where a text was found: from and to of each place, in order. */
export type Found = {
  readonly places: readonly (readonly [from: number, to: number])[]
  /** Whether there are more, which are not looked for. */
  readonly isCut: boolean
}

export const nothingFound: Found = { places: [], isCut: false }
export const MOST_PLACES = 10_000

/** Every place of `wanted` in a text, upper and lower case alike. The first 10,000 are enough. */
export function findInText(text: string, wanted: string): Found {
  if (wanted === '') return nothingFound
  const places: (readonly [number, number])[] = []
  for (const match of text.matchAll(new RegExp(escaped(wanted), 'giu'))) {
    if (places.length === MOST_PLACES) return { places, isCut: true }
    places.push([match.index, match.index + match[0].length])
  }
  return { places, isCut: false }
}

/** The places that touch a stretch of the text, and the number of the first of them. */
export function placesWithin(found: Found, from: number, to: number) {
  const { places } = found
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.[1] ?? 0) > from) high = middle
    else low = middle + 1
  }
  let end = low
  while ((places[end]?.[0] ?? to) < to) end += 1
  return { first: low, places: places.slice(low, end) }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
    character === '-' ? '\\x2d' : `\\${character}`,
  )
}
