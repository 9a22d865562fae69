import type { SearchQuery } from './query.ts'

/** The same query with times that do not go on: `since` counts from `nowMs`, and stays there. */
export function asOf(query: SearchQuery, nowMs: number): SearchQuery {
  return query.map((term) =>
    term.field === 'since' ? { field: 'after', value: nowMs - term.value, isNegated: term.isNegated } : term,
  )
}
