import type { Handlers } from '#shared/rpc.ts'
import { readFilter } from '#shared/search/read-filter.ts'
import type { timelineContract } from '#shared/timeline/timeline-contract.ts'
import type { Services } from '../services.ts'

/** Callbacks by time: answered by the store. */
export function timelineHandlers({ store }: Pick<Services, 'store'>): Handlers<typeof timelineContract> {
  return {
    timeline: async ({ filter, ...view }) => store.timeline(readFilter(filter, Date.now()), view),
  }
}
