import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'startTunnel' | 'stopTunnel' | 'tryTunnelNow' | 'saveTunnelSettings'

/** The tunnel: the contract's calls, answered by the services. */
export function tunnelHandlers({
  tunnel,
  addresses,
}: Pick<Services, 'tunnel' | 'addresses'>): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    startTunnel: async () => {
      tunnel.start()
      return {}
    },
    stopTunnel: async () => {
      const url = tunnel.view().addresses?.inboundUrl
      await tunnel.stop()
      if (url !== undefined) addresses.tunnelStopped(url)
      return {}
    },
    tryTunnelNow: async () => {
      tunnel.tryNow()
      return {}
    },
    saveTunnelSettings: async (input) => {
      await tunnel.save(input)
      return {}
    },
  }
}
