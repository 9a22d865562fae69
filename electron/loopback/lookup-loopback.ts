import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/**
 * Looks names up; names below .localhost are this computer's, as RFC 6761 has it, which not every system's resolver
 * knows.
 */
export const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  const name = hostname.toLowerCase().endsWith('.localhost') ? 'localhost' : hostname
  lookup(name, options, callback)
}
