import { isLoopbackHost } from './is-loopback-host.ts'

/** 127.x.x.x and 0.0.0.0 as IPv6 addresses, as a URL writes them. Source: RFC 4291, section 2.5.5.2. */
const MAPPED = /^\[::ffff:(7f[0-9a-f]{2}:[0-9a-f]{1,4}|0:0)\]$/

/**
 * Whether a connection to a URL's hostname (IPv6 in brackets) ends at this computer: loopback however it is written, and
 * the addresses that mean "any of mine". For where requests go; who may ask is judged by isLoopbackHost, which is stricter.
 */
export function isThisComputer(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  return isLoopbackHost(name) || name === '0.0.0.0' || name === '[::]' || MAPPED.test(name)
}
