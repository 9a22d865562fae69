import type { DatabaseSync } from 'node:sqlite'

/** The words of the index that begin so; null where nothing is gained by naming them. */
export type Completions = (begun: string) => readonly string[] | null

/** To find more than so many would cost more than it saves. */
const MOST = 24
/** Beginnings of this length have lists of their own in the index (`prefix` in index-schema.ts). */
const LISTED_LENGTH = 3

/**
 * Completes the begun word of a search. FTS5 merges all that is found under any of the words before it tells of the
 * first, however many events that are; words that are named one by one are read only as far as a page needs.
 */
export function readCompletions(db: DatabaseSync): Completions {
  // One look for each: going on from one to the next would pass every place where the one stands.
  const next = db.prepare('SELECT term FROM search_word WHERE term >= ? LIMIT 1')

  return (begun) => {
    if ([...begun].length === LISTED_LENGTH) return null
    const words: string[] = []
    for (let from = begun; words.length <= MOST; from = `${words.at(-1)} `) {
      const word = next.get(from)?.term
      if (typeof word !== 'string' || !word.startsWith(begun)) return words
      words.push(word)
    }
    return null
  }
}
