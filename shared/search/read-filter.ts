import { WorkbenchError } from '../errors.ts'
import { parseQuery } from './parse-query.ts'
import type { SearchQuery } from './query.ts'

/**
 * The conditions of a filter's text; times of today are counted from `nowMs`. Throws BAD_FILTER, which says what cannot
 * be read and where.
 */
export function readFilter(text: string, nowMs: number): SearchQuery {
  const read = parseQuery(text, nowMs)
  if (read.ok) return read.query
  const { start, end, what, fix } = read.fault
  throw new WorkbenchError({
    code: 'BAD_FILTER',
    what: 'The filter cannot be read.',
    why: `At characters ${start + 1} to ${end}, “${text.slice(start, end)}”: ${what}`,
    fix,
  })
}
