import type { QueryClient, QueryFilters } from '@tanstack/react-query'

/**
 * Asks again what these queries answer, since it has changed. A first answer that is on its way may be from before the
 * change; TanStack Query takes it for the one that is asked for now, so it is asked for once more when it is here.
 */
export function askAnew(queries: QueryClient, filters: QueryFilters): void {
  const first = queries
    .getQueryCache()
    .findAll(filters)
    .filter(({ state }) => state.fetchStatus !== 'idle' && state.data === undefined)
  void queries.invalidateQueries(filters)
  for (const query of first) {
    const again = () => void queries.invalidateQueries({ queryKey: query.queryKey, exact: true })
    query.fetch().then(again, again)
  }
}
