import type { WorkbenchError } from '#shared/errors.ts'
import type { Target } from '#shared/target.ts'
import { placeOf } from '../http/network-failure.ts'
import { isThisComputer } from '../loopback/is-this-computer.ts'
import { targetIsHere } from './target-faults.ts'

type Deps = {
  /** Ports of this computer that this app itself listens on. */
  readonly ownPorts: () => readonly number[]
  /** All addresses of a name. Rejects where it has none. */
  readonly lookUp: (hostname: string) => Promise<readonly string[]>
}

export type LeadsHere = ReturnType<typeof createLeadsHere>

/**
 * Whether another name leads to this app (TARGET_IS_HERE; else null): an entry of the hosts file, a name of the DNS for
 * 127.0.0.1. Names are looked up only where the port is one of this app's, so that others are not slowed down.
 */
export function createLeadsHere({ ownPorts, lookUp }: Deps) {
  return async ({ baseUrl }: Pick<Target, 'baseUrl'>): Promise<WorkbenchError | null> => {
    const url = new URL(baseUrl)
    const { hostname, port } = placeOf(url)
    if (!ownPorts().includes(port) || isAddress(hostname)) return null
    // A name without an address is not reached, which is then told as it is.
    const addresses = await lookUp(hostname).catch(() => [])
    return addresses.some(isOfThisComputer) ? targetIsHere(url.host) : null
  }
}

/** As a URL has them: these are judged without being looked up. */
function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
}

/** A URL writes every address in one way only. */
function isOfThisComputer(address: string): boolean {
  const url = URL.parse(`http://${address.includes(':') ? `[${address}]` : address}`)
  return url !== null && isThisComputer(url.hostname)
}
