import type { Clock } from '../tunnel/clock.ts'
import type { RetryClock } from './retry-clock.ts'

type Due = { readonly due: { readonly dueAtMs: number }; readonly run: () => Promise<unknown> }

type Deps = {
  readonly real: Clock
  readonly clock: RetryClock
  readonly onStart: () => void
  readonly onError: (error: unknown) => void
}

const MOST_AT_ONCE = 32

/** Runs each thing when its time has come on the given clock, soonest first, not too many at once. */
export function createDueLine<T extends Due>({ real, clock, onStart, onError }: Deps) {
  let waiting: readonly T[] = []
  let underway = 0
  let isDisposed = false
  let cancelTimer = () => {}

  /** Starts what is due, and wakes up for what is due next. */
  function pump(): void {
    cancelTimer()
    while (!isDisposed && underway < MOST_AT_ONCE) {
      const [next, ...others] = waiting
      if (next === undefined) return
      const waitMs = clock.realMsUntil(next.due.dueAtMs)
      if (waitMs === null) return
      if (waitMs > 0) {
        cancelTimer = real.after(waitMs, pump)
        return
      }
      waiting = others
      start(next)
    }
  }

  function start({ run }: T): void {
    underway += 1
    run()
      .catch(onError)
      .finally(() => {
        underway -= 1
        pump()
      })
    onStart()
  }

  return {
    all: () => waiting,
    /** Does not start anything: `pump` does. */
    add(item: T): void {
      const at = waiting.findLastIndex(({ due }) => due.dueAtMs <= item.due.dueAtMs) + 1
      waiting = waiting.toSpliced(at, 0, item)
    },
    remove(item: T): void {
      waiting = waiting.filter((one) => one !== item)
    },
    clear(): void {
      waiting = []
      cancelTimer()
    },
    pump,
    dispose(): void {
      isDisposed = true
      cancelTimer()
    },
  }
}
