import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { simulatorContract } from '#shared/simulator-contract.ts'
import type { Services } from '../services.ts'

/** The simulated people and Vonage's part: the contract's calls, answered by the services. */
export function simulatorHandlers({
  settings,
  simulating,
  events,
  refresh,
}: Services): Pick<Handlers<WorkbenchContract>, keyof typeof simulatorContract> {
  const { running } = simulating
  return {
    simulateInbound: (message) => running().simulateInbound(message),
    saveSimulatorSettings: async (simulator) => {
      settings.update({ simulator })
      refresh()
      return {}
    },
    saveSimulatedPerson: async (person) => ({ psid: running().people.save(person) }),
    removeSimulatedPerson: async ({ psid }) => {
      running().people.remove(psid)
      return {}
    },
    chat: async () => ({ bubbles: [...running().chat.all()] }),
    clearChat: async () => {
      running().chat.clear()
      return {}
    },
    chatEvents: (_input, options) => events.chat.subscribe(options),
    setRetryClock: async ({ speed }) => {
      running().retries.setSpeed(speed)
      return {}
    },
    stepRetryClock: async () => {
      running().retries.step()
      return {}
    },
    dropRetries: async () => {
      running().retries.drop()
      return {}
    },
  }
}
