import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'saveTarget' | 'deleteTarget' | 'targetHealth' | 'saveForwardSettings' | 'targetDeliveries'

/** One's own webhook servers and forwarding: the contract's calls, answered by the services. */
export function targetHandlers({
  targets,
  targetHealth,
  forwarding,
  replays,
  contractRuns,
  store,
}: Pick<Services, 'targets' | 'targetHealth' | 'forwarding' | 'replays' | 'contractRuns' | 'store'>): Pick<
  Handlers<WorkbenchContract>,
  Names
> {
  return {
    saveTarget: async (input) => {
      const id = targets.save(input)
      targetHealth.lookNow()
      return { id }
    },
    deleteTarget: async ({ id }) => {
      targets.remove(id)
      replays.targetGone(id)
      contractRuns.targetGone(id)
      targetHealth.lookNow()
      return {}
    },
    targetHealth: (_input, options) => targetHealth.subscribe(options),
    saveForwardSettings: async (change) => {
      forwarding.save(change)
      return {}
    },
    targetDeliveries: async ({ callbackSeq }) => ({
      deliveries: [...(await store.targetDeliveries(callbackSeq))],
    }),
  }
}
