import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'

export type AddressRules = {
  /** All addresses of a name. Rejects when it has none. */
  readonly resolve: (hostname: string) => Promise<readonly LookupAddress[]>
  readonly isAllowed: (address: string) => boolean
}

/**
 * The addresses of a URL's host that may be connected to; none when all are forbidden. What is connected to must be
 * one of these and not looked up again: a name may point elsewhere a moment later.
 * `allowsLoopback` lets a loopback address through that stands in the URL as a number.
 */
export async function mediaAddresses(
  url: URL,
  allowsLoopback: boolean,
  { resolve, isAllowed }: AddressRules,
): Promise<readonly LookupAddress[]> {
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(literal)
  if (family === 0) return (await resolve(url.hostname)).filter((candidate) => isAllowed(candidate.address))
  const isOwn = allowsLoopback && isLoopbackHost(url.hostname)
  return isOwn || isAllowed(literal) ? [{ address: literal, family }] : []
}
