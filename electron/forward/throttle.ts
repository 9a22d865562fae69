import type { Clock } from '../tunnel/clock.ts'

/** Runs at once and then at most once per interval; a call in between is made up for at its end. */
export function createThrottle(clock: Clock, everyMs: number, run: () => void) {
  let cancelPause: (() => void) | null = null
  let isDue = false

  function call(): void {
    if (cancelPause !== null) {
      isDue = true
      return
    }
    cancelPause = clock.after(everyMs, endPause)
    run()
  }

  function endPause(): void {
    cancelPause = null
    if (!isDue) return
    isDue = false
    call()
  }

  return { call, dispose: () => cancelPause?.() }
}
