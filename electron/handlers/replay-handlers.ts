import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'countReplay' | 'startReplay' | 'cancelReplay' | 'replayRuns' | 'replayResults' | 'replayEvents'

/** Replays to the developer's own server: the contract's calls, answered by the services. */
export function replayHandlers({
  replays,
  events,
}: Pick<Services, 'replays' | 'events'>): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    countReplay: async ({ selection }) => ({ count: await replays.count(selection) }),
    startReplay: async (request) => replays.start(request),
    cancelReplay: async ({ runId }) => {
      await replays.cancel(runId)
      return {}
    },
    replayRuns: async ({ limit }) => ({ runs: [...replays.runs(limit)] }),
    replayResults: async (query) => ({ results: [...(await replays.results(query))] }),
    replayEvents: (_input, options) => events.replays.subscribe(options),
  }
}
