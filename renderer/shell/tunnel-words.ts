import { assertNever } from '#shared/assert-never.ts'
import type { TunnelState } from '#shared/tunnel.ts'
import { durationText } from '../format/format-duration.ts'
import { listTime } from '../format/format-time.ts'

/** The tunnel in a few words; while it is online, its address. */
export function tunnelTitle(state: TunnelState): string {
  switch (state.state) {
    case 'off':
      return 'Tunnel off'
    case 'starting':
      return 'Tunnel starting…'
    case 'checking':
      return 'Tunnel checking…'
    case 'online':
      return state.url
    case 'reconnecting':
      return state.attempt === 0 ? 'Tunnel reconnecting' : `Tunnel reconnecting, attempt ${state.attempt}`
    case 'failed':
      return 'Tunnel failed'
    default:
      return assertNever(state)
  }
}

/** What the tunnel does right now, as a sentence. */
export function tunnelSentence(state: TunnelState, nowMs: number): string {
  switch (state.state) {
    case 'off':
      return 'Off. Callbacks come from programs on this computer only.'
    case 'starting':
      return `Starting since ${listTime(state.sinceMs, nowMs)}.`
    case 'checking':
      return `Testing ${state.url}: a request goes out to it and has to come back here.`
    case 'online':
      return `Online since ${listTime(state.sinceMs, nowMs)}. The last test request came back in ${durationText(state.latencyMs)}.`
    case 'reconnecting':
      return `Not reachable since ${listTime(state.sinceMs, nowMs)}. ${nextAttempt(state, nowMs)}`
    case 'failed':
      return nextAttempt(state, nowMs)
    default:
      return assertNever(state)
  }
}

type Trying = Extract<TunnelState, { state: 'reconnecting' | 'failed' }>

function nextAttempt(state: Trying, nowMs: number): string {
  const { nextTryAtMs } = state
  if (nextTryAtMs !== null) {
    const seconds = Math.max(0, Math.ceil((nextTryAtMs - nowMs) / 1000))
    return seconds === 0 ? 'The next attempt begins.' : `Next attempt in ${seconds} s.`
  }
  if (state.state === 'failed' && !state.isTrying) return 'Nothing more is tried until you say so.'
  return state.attempt === 0 ? 'The connection may come back by itself.' : 'An attempt is under way.'
}
