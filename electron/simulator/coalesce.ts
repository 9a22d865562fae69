import type { Clock } from '../tunnel/clock.ts'

/** Calls `run` at once, then at most every `everyMs`, and always once more after the last change. */
export function createCoalesced(clock: Clock, everyMs: number, run: () => void) {
  let cancel: (() => void) | null = null
  let isWaiting = false

  function again(): void {
    cancel = null
    if (isWaiting) tell()
  }
  function tell(): void {
    if (cancel !== null) {
      isWaiting = true
      return
    }
    isWaiting = false
    cancel = clock.after(everyMs, again)
    run()
  }

  return {
    tell,
    dispose(): void {
      isWaiting = false
      cancel?.()
    },
  }
}
