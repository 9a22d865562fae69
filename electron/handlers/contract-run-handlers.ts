import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers, Positioned } from '#shared/rpc.ts'
import type { ContractRunEvent } from '../contract-run/contract-runs.ts'
import type { Services } from '../services.ts'

type Names = 'startContractRun' | 'cancelContractRun' | 'contractRunEvents'

/** Contract runs: the contract's calls and streams, answered by the services. */
export function contractRunHandlers({
  contractRuns,
  events,
}: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    startContractRun: async ({ targetId }) => ({ runId: contractRuns.start(targetId) }),
    cancelContractRun: async ({ runId }) => {
      contractRuns.cancel(runId)
      return {}
    },
    contractRunEvents: (_input, options) =>
      withLastRun(events.contractRuns.subscribe(options), contractRuns.last),
  }
}

/** Where the events start anew, the last run is told as it stands then. */
async function* withLastRun(
  events: AsyncIterable<Positioned<ContractRunEvent>>,
  last: () => Extract<ContractRunEvent, { kind: 'run' }>['run'],
): AsyncGenerator<Positioned<ContractRunEvent>> {
  for await (const { cursor, event } of events) {
    const isReset = event.kind === 'run' && event.run === null
    yield { cursor, event: isReset ? { kind: 'run', run: last() } : event }
  }
}
