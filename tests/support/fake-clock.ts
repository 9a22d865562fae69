import type { Clock } from '#electron/tunnel/clock.ts'
import { turns } from './turn.ts'

type Timer = { readonly atMs: number; readonly run: () => void }

/** A clock that goes only when told to. What it sets off has run, promises included, when `pass` resolves. */
export function createFakeClock() {
  let nowMs = 1_000_000
  const timers = new Set<Timer>()
  const due = (untilMs: number) =>
    [...timers].filter(({ atMs }) => atMs <= untilMs).toSorted((one, other) => one.atMs - other.atMs)[0]

  const clock: Clock = {
    nowMs: () => nowMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  return {
    clock,
    async pass(ms: number): Promise<void> {
      const untilMs = nowMs + ms
      await turns()
      for (let timer = due(untilMs); timer !== undefined; timer = due(untilMs)) {
        timers.delete(timer)
        nowMs = Math.max(nowMs, timer.atMs)
        timer.run()
        await turns()
      }
      nowMs = untilMs
    },
    /** Time goes on while nothing runs, as in sleep. */
    sleep: (ms: number) => {
      nowMs += ms
    },
    timerCount: () => timers.size,
  }
}
