import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import { readFilter } from '#shared/search/read-filter.ts'
import type { Services } from '../services.ts'

type Names = 'callbackPage' | 'countCallbacks' | 'matchingCallbacks' | 'saveFilter' | 'deleteFilter'

/** What filters show, and the saved ones: the contract's calls, answered by the services. */
export function filterHandlers({
  store,
  savedFilters,
}: Pick<Services, 'store' | 'savedFilters'>): Pick<Handlers<WorkbenchContract>, Names> {
  const queryOf = (filter: string) => readFilter(filter, Date.now())
  return {
    callbackPage: async ({ filter, ...page }) => ({
      rows: [...(await store.search(queryOf(filter), page))],
      total: store.count(),
    }),
    countCallbacks: async ({ filter }) => ({
      found: await store.searchCount(queryOf(filter)),
      total: store.count(),
    }),
    matchingCallbacks: async ({ filter, seqs }) => ({
      seqs: [...(await store.matching(queryOf(filter), seqs))],
    }),
    saveFilter: async (input) => ({ id: savedFilters.save(input) }),
    deleteFilter: async ({ id }) => {
      savedFilters.remove(id)
      return {}
    },
  }
}
