import { foldedText } from './folded-text.ts'
import type { SearchQuery } from './query.ts'
import { queryTokens } from './tokens.ts'

/** A part of a shown text, in UTF-16 code units. */
export type TextRange = { readonly start: number; readonly end: number }

const WORD = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu

/**
 * The parts of a shown text that a query's free text found: whole words, the begun part of a word, or characters of a
 * script without spaces. Values of `from`, `person` and other ids are marked as well. In order, not overlapping.
 */
export function highlightRanges(text: string, query: SearchQuery): readonly TextRange[] {
  const wanted = query.flatMap(wantedOf)
  if (wanted.length === 0) return []
  const ranges = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => rangesIn(word, index, wanted))
  return merged(ranges)
}

type Wanted = { readonly text: string; readonly isOpen: boolean }

const IDS: ReadonlySet<string> = new Set(['from', 'to', 'person', 'page', 'uuid', 'code'])

function wantedOf(term: SearchQuery[number]): readonly Wanted[] {
  if (term.isNegated) return []
  if (term.field === 'text') return queryTokens(term.value, term.match === 'prefix')
  return IDS.has(term.field) ? queryTokens(String(term.value), false) : []
}

function rangesIn(word: string, at: number, wanted: readonly Wanted[]): readonly TextRange[] {
  const folded = foldedText(word)
  // Where folding changes the length, places inside the word are not known: it is marked whole.
  const isSameLength = folded.length === word.length
  return wanted.flatMap(({ text, isOpen }) => {
    if (folded === text) return [{ start: at, end: at + word.length }]
    if (isOpen && folded.startsWith(text)) {
      return [{ start: at, end: at + (isSameLength ? text.length : word.length) }]
    }
    return UNSPACED.test(text)
      ? placesOf(text, folded).map((place) => ({ start: at + place, end: at + place + text.length }))
      : []
  })
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u

function placesOf(text: string, inside: string): readonly number[] {
  const places: number[] = []
  for (let at = inside.indexOf(text); at >= 0; at = inside.indexOf(text, at + 1)) places.push(at)
  return places
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const all: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last === undefined || range.start > last.end) all.push(range)
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
  }
  return all
}
