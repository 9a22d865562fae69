import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

const LOOPBACK: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

/**
 * Looks names up. localhost and names below it are this computer's, as RFC 6761 has it, in both families: not every
 * system's resolver knows that, and a server may listen in only one of them.
 */
export const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  if (!/^(.+\.)?localhost\.?$/i.test(hostname)) {
    lookup(hostname, options, callback)
    return
  }
  const wanted = LOOPBACK.filter(({ family }) => isWanted(family, options.family))
  const [first] = wanted
  process.nextTick(() => {
    if (options.all === true) callback(null, [...wanted])
    else callback(null, first?.address ?? '', first?.family)
  })
}

function isWanted(family: number, asked: Parameters<LookupFunction>[1]['family']): boolean {
  return asked === undefined || asked === 0 || asked === family || asked === `IPv${family}`
}
