import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

/** What messages point to: the contract's calls, answered by the services. */
export function mediaHandlers({
  mediaDesk,
}: Pick<Services, 'mediaDesk'>): Pick<Handlers<WorkbenchContract>, 'fetchMedia'> {
  return { fetchMedia: ({ seq }) => mediaDesk.fetch(seq) }
}
