import { compareOutcomes, isGood } from '#shared/replay/compare-outcomes.ts'
import type { ReplayComparison, ReplayRun } from '#shared/replay.ts'
import type { TargetDelivery } from '#shared/target.ts'
import type { NewTargetDelivery } from '../store/target-deliveries.ts'
import type { Clock } from '../tunnel/clock.ts'

/** Results on their way to the disk at most, and how long one waits for it and for being told. */
const BATCH = 500
const TELL_EVERY_MS = 250

export type SentCallback = {
  readonly index: number
  readonly occurrence: number
  readonly delivery: TargetDelivery
  readonly note: string | null
}

export type ReplayStore = {
  /** A run as it is now, with its new results: all of it or nothing, since every commit waits for the disk. */
  readonly saveProgress: (run: ReplayRun, results: readonly NewTargetDelivery[]) => void
  readonly earlier: (which: {
    readonly seq: number
    readonly targetId: string
    readonly runId: string
    readonly occurrence: number
  }) => TargetDelivery | null
}

type Deps = {
  readonly run: ReplayRun
  readonly store: ReplayStore
  readonly publish: (run: ReplayRun) => void
  readonly clock: Clock
  /** The results could not be stored. */
  readonly onFailure: (error: unknown) => void
}

/** A run as it gets on: counts its results, compares them with earlier ones, stores them in batches, tells now and then. */
export function createRunJournal({ run, store, publish, clock, onFailure }: Deps) {
  let now = run
  let waiting: NewTargetDelivery[] = []
  let stopTimer: (() => void) | null = null

  function write(): void {
    const batch = waiting
    waiting = []
    store.saveProgress(now, batch)
  }

  function tick(): void {
    stopTimer = null
    try {
      write()
      publish(now)
    } catch (error) {
      onFailure(error)
    }
  }

  return {
    run: () => now,
    /** Throws STORE_FAILED. */
    add({ index, occurrence, delivery, note }: SentCallback): void {
      const which = { seq: delivery.callbackSeq, targetId: delivery.targetId, runId: run.id, occurrence }
      const comparison = compareOutcomes(store.earlier(which)?.outcome ?? null, delivery.outcome)
      now = withResult(now, delivery, comparison)
      waiting.push({ delivery, run: { index, note, ...columnsOf(comparison) } })
      if (waiting.length >= BATCH) write()
      stopTimer ??= clock.after(TELL_EVERY_MS, tick)
    },
    /** Tells how it ended, then stores what is left: whoever cancelled it need not wait for the disk. Throws STORE_FAILED. */
    end(state: Exclude<ReplayRun['state'], 'running'>): void {
      stopTimer?.()
      // What a filter selects may have changed on the way: a finished run has sent all that there was.
      const total = state === 'finished' ? now.sent : now.total
      now = { ...now, state, total, durationMs: clock.nowMs() - run.startedAtMs }
      publish(now)
      write()
    },
  }
}

function withResult(run: ReplayRun, delivery: TargetDelivery, comparison: ReplayComparison): ReplayRun {
  const isOk = isGood(delivery.outcome)
  const add = (count: number, counts: boolean) => count + (counts ? 1 : 0)
  return {
    ...run,
    sent: run.sent + 1,
    ok: add(run.ok, isOk),
    failed: add(run.failed, !isOk),
    fixed: add(run.fixed, comparison.kind === 'fixed'),
    regressed: add(run.regressed, comparison.kind === 'regressed'),
    durationMs: Math.max(run.durationMs, delivery.atMs + delivery.durationMs - run.startedAtMs),
  }
}

function columnsOf(comparison: ReplayComparison) {
  const difference = 'difference' in comparison ? comparison.difference : null
  return { comparison: comparison.kind, difference }
}
