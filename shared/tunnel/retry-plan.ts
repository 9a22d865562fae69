import type { TunnelFailure } from './tunnel-failure.ts'

const FIRST_DELAYS_MS = [0, 1_000, 2_000] as const
const FREQUENT_MS = 5_000
const RARE_MS = 30_000
const FREQUENT_FOR_MS = 300_000
/** So that many workbenches do not knock together after an outage; only ever sooner. */
const JITTER = 0.2

/**
 * How long to wait before attempt number `attempt` (from 1) of an outage that has lasted `outageMs`: 0, 1 and 2 s, then
 * 5 s for five minutes, then 30 s, the last two shortened by up to a fifth. `random` is from 0 to 1.
 */
export function retryDelayMs(attempt: number, outageMs: number, random: number): number {
  const first = FIRST_DELAYS_MS[attempt - 1]
  if (first !== undefined) return first
  const usual = outageMs < FREQUENT_FOR_MS ? FREQUENT_MS : RARE_MS
  return Math.round(usual * (1 - JITTER * random))
}

/**
 * What a failure is worth trying again for. `never`: the same would come back until something is changed. `later`: it
 * may end by itself, within half a minute or so.
 */
export function retryOf(failure: TunnelFailure): 'soon' | 'later' | 'never' {
  if (failure.kind === 'options') return 'never'
  if (failure.kind !== 'refused') return 'soon'
  return NEVER_AGAIN.has(failure.serviceCode) ? 'never' : 'later'
}

/** Of a failure that may end by itself. */
export const LATER_DELAY_MS = RARE_MS

const NEVER_AGAIN: ReadonlySet<string> = new Set([
  'ERR_NGROK_105',
  'ERR_NGROK_107',
  'ERR_NGROK_326',
  'ERR_NGROK_4018',
])
