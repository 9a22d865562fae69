import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import type { Pruned, RetentionLimits } from '#shared/retention.ts'
import type { Clock } from '../tunnel/clock.ts'

/** Ages change without anything happening, so it is looked now and then. */
const LOOK_EVERY_MS = 5 * 60_000
/** So often it is asked whether a limit is passed by much, which does not wait for the next look. */
const ASK_EVERY_MS = 10_000
const MUCH_OVER = 1.1

type Stored = { readonly callbacks: number; readonly bytes: number }

type Deps = {
  readonly clock: Clock
  readonly limits: () => RetentionLimits
  readonly stored: () => Stored
  /** Removes the oldest events over the limits, a little at a time; resolves with how many. */
  readonly prune: (limits: RetentionLimits) => Promise<number>
  readonly lastPruned: () => Pruned | null
  readonly onPruned: (pruned: Pruned) => void
  /** There is trouble, or there is none any more. */
  readonly onTrouble: () => void
}

export type Retention = ReturnType<typeof createRetentionPolicy>

/**
 * Keeps the store within its limits: looks at the start, every five minutes, when the limits change and when one of them
 * is passed by a tenth. Only one removal runs at a time, a little at a time in another thread, so that nothing waits for it.
 */
export function createRetentionPolicy(deps: Deps) {
  const { clock, limits, stored, prune, lastPruned, onPruned, onTrouble } = deps
  let running: Promise<void> | null = null
  let isWantedAgain = false
  let cancelNext = () => {}
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let trouble: Explanation | null = null
  let isDisposed = false

  async function pruneOnce(): Promise<void> {
    try {
      const count = await prune(limits())
      if (count > 0 && !isDisposed) onPruned({ atMs: clock.nowMs(), count })
      change(null)
    } catch (error) {
      change(explained(error))
    }
  }

  function change(next: Explanation | null): void {
    const isNews = trouble !== null || next !== null
    trouble = next
    if (isNews && !isDisposed) onTrouble()
  }

  async function run(): Promise<void> {
    do {
      isWantedAgain = false
      await pruneOnce()
    } while (isWantedAgain && !isDisposed)
    lookedAtMs = clock.nowMs()
    running = null
  }

  function look(): Promise<void> {
    isWantedAgain = true
    running ??= run()
    return running
  }

  function ask(): void {
    const isTime = clock.nowMs() - lookedAtMs >= LOOK_EVERY_MS
    if (running === null && (isTime || isMuchOver(stored(), limits()))) void look()
    cancelNext = clock.after(ASK_EVERY_MS, ask)
  }

  return {
    start: ask,
    /** Removes what is over the limits now. Resolves when that is done, whatever came of it. */
    look,
    view: () => ({ limits: limits(), lastPruned: lastPruned(), trouble }),
    dispose(): void {
      isDisposed = true
      cancelNext()
    },
  }
}

function isMuchOver({ callbacks, bytes }: Stored, { maxCallbacks, maxBytes }: RetentionLimits): boolean {
  const isTooMany = maxCallbacks !== null && callbacks > maxCallbacks * MUCH_OVER
  return isTooMany || (maxBytes !== null && bytes > maxBytes * MUCH_OVER)
}

function explained(error: unknown): Explanation {
  if (error instanceof WorkbenchError) return error.explanation
  return {
    code: 'STORE_FAILED',
    what: 'What is over the limits could not be removed.',
    why: error instanceof Error ? error.message : 'There was no reason given.',
    fix: 'It is tried again in a few minutes. Check that the data folder can be written.',
  }
}
