import type { Clock } from '../tunnel/clock.ts'

/** Timers overflow after 24 days; callbacks may be further apart. */
const LONGEST_WAIT_MS = 60 * 60_000

/** Resolves at a time, at once where it has passed, or when the signal is aborted. */
export async function pauseUntil(atMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  for (;;) {
    const leftMs = atMs - clock.nowMs()
    if (leftMs <= 0 || signal.aborted) return
    await pause(Math.min(leftMs, LONGEST_WAIT_MS), clock, signal)
  }
}

function pause(delayMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stop()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const stop = clock.after(delayMs, end)
    signal.addEventListener('abort', end, { once: true })
  })
}
