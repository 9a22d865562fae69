const DOUBLING_S = [5, 10, 20, 40, 80, 160, 320, 640] as const
const THEN_EVERY_S = 900
const FOR_S = 24 * 3600

/**
 * When Vonage repeats a callback that was not acknowledged: offsets in seconds from the first attempt.
 * Source: Messages API Sandbox page (5 s, doubling up to 640 s, then every 900 s, for 24 hours). A support article
 * says the same in other words; an older copy of it disagrees, so this is a comparison, never a verdict.
 */
export const retryOffsetsS: readonly number[] = offsets()

function offsets(): readonly number[] {
  const all: number[] = []
  let at = 0
  for (let wait = 0; ; wait += 1) {
    at += DOUBLING_S[wait] ?? THEN_EVERY_S
    if (at > FOR_S) return all
    all.push(at)
  }
}

/**
 * Seconds Vonage waits before it repeats a callback whose attempt number `attempt` (1 for the first) was not
 * acknowledged; null after the last one, when it gives up. Same source as `retryOffsetsS`.
 */
export function retryWaitS(attempt: number): number | null {
  const next = retryOffsetsS[attempt - 1]
  return next === undefined ? null : next - (retryOffsetsS[attempt - 2] ?? 0)
}

export type RetryFit = { readonly fits: boolean; readonly expected: string }

/** A delivery may be this late (or early) and still fit: the answer before it took time as well. */
const TOLERANCE = 0.2
const LEAST_TOLERANCE_S = 2

/**
 * Whether a repeat fits the schedule: by its offset from the first attempt, or by the wait since the one before it,
 * because attempts may have come while nobody listened.
 */
export function fitRetry(offsetS: number, sincePreviousS: number): RetryFit {
  const waits = [...DOUBLING_S, THEN_EVERY_S]
  const due = nearest(retryOffsetsS, offsetS)
  const wait = nearest(waits, sincePreviousS)
  return {
    fits: isNear(due, offsetS) || isNear(wait, sincePreviousS),
    expected: `+${due} s after the first, or ${wait} s after the one before`,
  }
}

function nearest(values: readonly number[], to: number): number {
  return values.reduce((best, value) => (Math.abs(value - to) < Math.abs(best - to) ? value : best))
}

function isNear(due: number, actual: number): boolean {
  return Math.abs(due - actual) <= Math.max(LEAST_TOLERANCE_S, due * TOLERANCE)
}
