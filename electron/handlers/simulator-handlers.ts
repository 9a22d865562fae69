import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'simulateInbound' | 'saveSimulatorSettings'

/** The simulated people: the contract's calls, answered by the services. */
export function simulatorHandlers({
  settings,
  simulating,
  refresh,
}: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    simulateInbound: (message) => simulating.running().simulateInbound(message),
    saveSimulatorSettings: async (simulator) => {
      settings.update({ simulator })
      refresh()
      return {}
    },
  }
}
