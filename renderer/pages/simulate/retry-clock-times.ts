import { durationWords } from '#shared/messenger/duration-words.ts'
import type { RetryClockSpeed, RetryClockView } from '#shared/simulator.ts'

type Clock = Pick<RetryClockView, 'speed' | 'clockMs' | 'atMs'>

/** What the clock of the retries shows when it is `nowMs` on the real one. */
export function clockAt({ speed, clockMs, atMs }: Clock, nowMs: number): number {
  return clockMs + Math.max(0, nowMs - atMs) * speed
}

/** How long a retry is still away, on the clock and in real time; the latter is null while the clock stands. */
function untilDue(clock: Clock, dueAtMs: number, nowMs: number) {
  const clockLeftMs = Math.max(0, dueAtMs - clockAt(clock, nowMs))
  return { clockLeftMs, realLeftMs: clock.speed === 0 ? null : clockLeftMs / clock.speed }
}

/** When a retry is due in words: "in 10 s", or what that is in real time where the clock runs faster. */
export function dueWords(clock: Clock, dueAtMs: number, nowMs: number): { clock: string; real: string } {
  const { clockLeftMs, realLeftMs } = untilDue(clock, dueAtMs, nowMs)
  if (clockLeftMs === 0) return { clock: 'now', real: realLeftMs === null ? 'at the next step' : 'now' }
  return {
    clock: `in ${leftWords(clockLeftMs)}`,
    real: realLeftMs === null ? 'at a step' : `in ${leftWords(realLeftMs)}`,
  }
}

/** Never "0 s" for something that is still to come. */
function leftWords(ms: number): string {
  return ms < 1_000 ? 'under 1 s' : durationWords(ms)
}

/** How often what the clock shows is worth drawing anew. */
export function tickMs(speed: RetryClockSpeed): number {
  return speed > 1 ? 200 : 1_000
}
