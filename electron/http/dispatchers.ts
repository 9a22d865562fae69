import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { isThisComputer } from '../loopback/is-this-computer.ts'
import { lookupLoopback } from '../loopback/lookup-loopback.ts'

/**
 * How requests leave this app: each on a connection of its own, so that none can fail on one that was about to close.
 * Proxy settings of the environment apply to other hosts, never to this computer. Only connecting is timed here.
 */
export function createDispatchers({ connectTimeoutMs }: { readonly connectTimeoutMs: number }) {
  // The whole exchange has its user's timer; undici's are left out so that one limit says it all.
  const options = {
    connect: { timeout: connectTimeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 0,
    allowH2: false,
  }
  const direct = new Agent({ ...options, connect: { ...options.connect, lookup: lookupLoopback } })
  let viaEnvironment: EnvHttpProxyAgent | null = null

  return {
    /** Null where the environment's proxy setting is no address: only requests to other hosts fail then. */
    forUrl(url: URL): Dispatcher | null {
      if (isThisComputer(url.hostname)) return direct
      try {
        viaEnvironment ??= new EnvHttpProxyAgent(options)
        return viaEnvironment
      } catch {
        return null
      }
    },
    async dispose(): Promise<void> {
      await Promise.all([direct.destroy(), viaEnvironment?.destroy()])
    },
  }
}
