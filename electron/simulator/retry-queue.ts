import type { DueRetry, RetryClockSpeed, RetryClockView } from '#shared/simulator.ts'
import type { Clock } from '../tunnel/clock.ts'
import { createDueLine } from './due-line.ts'
import type { RetryClock } from './retry-clock.ts'

/** A callback that waits to be sent again. */
export type Retry = { readonly due: DueRetry; readonly run: () => Promise<unknown> }

type Deps = {
  readonly real: Clock
  readonly clock: RetryClock
  readonly onChange: () => void
  /** There were too many: this one is given up. */
  readonly onOverflow: (retry: Retry) => void
  readonly onError: (error: unknown) => void
}

const MOST_WAITING = 1_000
const MOST_SHOWN = 200

/** Callbacks that wait for their next attempt, soonest first, on a clock of their own. */
export function createRetryQueue({ onChange, onOverflow, clock, ...deps }: Deps) {
  const line = createDueLine<Retry>({ ...deps, clock, onStart: onChange })

  return {
    /** Where there are too many, the one that would have been next is given up for it. */
    add(retry: Retry): void {
      line.add(retry)
      const next = line.all()[0]
      if (line.all().length > MOST_WAITING && next !== undefined) {
        line.remove(next)
        onOverflow(next)
      }
      line.pump()
      onChange()
    },
    view: (): RetryClockView => ({
      ...clock.view(),
      due: line
        .all()
        .slice(0, MOST_SHOWN)
        .map(({ due }) => due),
      dueCount: line.all().length,
    }),
    setSpeed(speed: RetryClockSpeed): void {
      clock.setSpeed(speed)
      line.pump()
      onChange()
    },
    /** Moves the clock to the next retry that is due, which is sent now. */
    step(): void {
      const next = line.all()[0]
      if (next === undefined) return
      clock.jumpTo(next.due.dueAtMs)
      line.pump()
      onChange()
    },
    drop(): void {
      line.clear()
      onChange()
    },
    dispose: line.dispose,
  }
}

export type RetryQueue = ReturnType<typeof createRetryQueue>
