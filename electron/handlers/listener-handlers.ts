import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'setListenerPort' | 'addResponseRule' | 'removeResponseRule'

/** The listener’s port and response rules: the contract's calls, answered by the services. */
export function listenerHandlers({
  settings,
  listening,
  tunnel,
  rules,
}: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    setListenerPort: async ({ port }) => {
      settings.update({ listenerPort: port })
      await listening.start(port)
      tunnel.listenerMoved()
      return {}
    },
    addResponseRule: async (rule) => {
      rules.add(rule)
      return {}
    },
    removeResponseRule: async ({ id }) => {
      rules.remove(id)
      return {}
    },
  }
}
