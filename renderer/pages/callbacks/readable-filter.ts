import { parseQuery } from '#shared/search/parse-query.ts'
import { queryWords } from '#shared/search/query-words.ts'
import { withoutPlace } from '#shared/search/write-term.ts'

/**
 * What of a filter can be in force while it is being written: all of it, all but fields that have no value yet (before
 * its colon, `person` was a word to look for), or null where it cannot be read.
 */
export function readableFilter(text: string, nowMs: number): string | null {
  const unfinished = queryWords(text).filter(({ field, value, isQuoted }) => {
    return field !== null && value === '' && !isQuoted
  })
  const rest = unfinished.reduceRight(withoutPlace, text)
  return parseQuery(rest, nowMs).ok ? rest.trim() : null
}
