import type { RetryClockSpeed } from '#shared/simulator.ts'
import type { Clock } from '../tunnel/clock.ts'

/** The clock that retries are due on: it starts with the real one, and may run faster, stand still or jump ahead. */
export function createRetryClock(real: Pick<Clock, 'nowMs'>) {
  let speed: RetryClockSpeed = 1
  let clockMs = real.nowMs()
  let atMs = clockMs

  const nowMs = () => clockMs + (real.nowMs() - atMs) * speed
  function rebase(toMs: number): void {
    clockMs = toMs
    atMs = real.nowMs()
  }

  return {
    nowMs,
    view: () => ({ speed, clockMs, atMs }),
    setSpeed(next: RetryClockSpeed): void {
      rebase(nowMs())
      speed = next
    },
    /** Never goes back. */
    jumpTo(ms: number): void {
      rebase(Math.max(ms, nowMs()))
    },
    /** Real milliseconds until it shows this time; null while it stands still before it. */
    realMsUntil(ms: number): number | null {
      const leftMs = ms - nowMs()
      if (leftMs <= 0) return 0
      return speed === 0 ? null : Math.ceil(leftMs / speed)
    },
  }
}

export type RetryClock = ReturnType<typeof createRetryClock>
