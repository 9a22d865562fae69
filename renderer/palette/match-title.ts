import type { TextRange } from '#shared/search/highlight.ts'

/** How well a word fits a title (more is better), and which part of the title it stands for. */
export type TitleMatch = { readonly score: number; readonly ranges: readonly TextRange[] }

const AT_START = 100
const AT_WORD = 80
const INSIDE = 50
const BEGINNINGS = 40

/** Finds a word at the start of a title, of one of its words, inside, or as beginnings of its words in order (`gtc`). */
export function matchTitle(word: string, title: string): TitleMatch | null {
  const wanted = word.toLowerCase()
  const text = title.toLowerCase()
  const starts = wordStarts(text)
  const atWord = starts.find((start) => text.startsWith(wanted, start))
  if (atWord !== undefined)
    return { score: atWord === 0 ? AT_START : AT_WORD, ranges: [rangeAt(atWord, wanted)] }
  const inside = text.indexOf(wanted)
  if (inside >= 0) return { score: INSIDE, ranges: [rangeAt(inside, wanted)] }
  const ranges = beginnings(wanted, text, starts)
  return ranges === null ? null : { score: BEGINNINGS - ranges.length, ranges }
}

function rangeAt(start: number, { length }: string): TextRange {
  return { start, end: start + length }
}

function wordStarts(text: string): readonly number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)
}

/** Every letter follows the one before or begins a later word. A short title keeps the number of ways small. */
function beginnings(wanted: string, text: string, starts: readonly number[]): readonly TextRange[] | null {
  if (wanted === '') return []
  for (const [place, start] of starts.entries()) {
    const later = starts.slice(place + 1)
    for (let length = commonLength(wanted, text.slice(start)); length > 0; length -= 1) {
      const rest = beginnings(
        wanted.slice(length),
        text,
        later.filter((other) => other > start + length),
      )
      if (rest !== null) return [{ start, end: start + length }, ...rest]
    }
  }
  return null
}

function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charAt(length) === other.charAt(length)) length += 1
  return length
}
