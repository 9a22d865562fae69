import { connect } from 'node:net'
import { explainTargetFailure } from '#shared/messenger/explain-target-failure.ts'
import type { TargetHealth } from '#shared/target.ts'
import { networkFailureOf, placeOf } from '../http/network-failure.ts'
import { lookupLoopback } from '../loopback/lookup-loopback.ts'

const TIMEOUT_MS = 2_500

/** Connects to where a URL points and closes again, without a word. Never rejects. */
export function tryConnect(url: URL, signal: AbortSignal): Promise<TargetHealth> {
  const place = placeOf(url)
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  return new Promise((resolve) => {
    const socket = connect({
      host: place.hostname.replace(/^\[|\]$/g, ''),
      port: place.port,
      lookup: lookupLoopback,
      signal: AbortSignal.any([signal, timeout]),
    })
    socket.once('connect', () => {
      socket.destroy()
      resolve({ state: 'connects' })
    })
    socket.on('error', (cause) => {
      const failure = timeout.aborted
        ? ({ kind: 'unreachable', systemCode: null } as const)
        : networkFailureOf(cause, place)
      resolve({ state: 'does-not-connect', error: explainTargetFailure(failure, url.host) })
    })
  })
}
