import type { DatabaseSync } from 'node:sqlite'
import type { RetentionLimits } from '#shared/retention.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { explainFailure } from './explain-failure.ts'
import type { IndexTotals } from './index-totals.ts'
import type { createIndexWriter } from './index-writer.ts'
import { mergeSideFile } from './open-database.ts'
import type { createRepeatJoiner } from './repeat-joiner.ts'
import { createRetention } from './retention.ts'
import type { createSearchEngine } from './search-engine.ts'
import type { ThreadEvent } from './store-events.ts'
import { createTrash } from './trash.ts'

/** Captured callbacks after which the side file is merged, so that it stays small and the capture never has to do it. */
const CHECKPOINT_AFTER = 5_000
/** It is merged as well when nothing has come in for so long. */
const CHECKPOINT_IDLE_MS = 500

/** `undoMs`: how long it can be taken back. `includesKept`: pinned and noted events go too. */
export type HowToDelete = { readonly undoMs: number; readonly includesKept: boolean }

type Deps = {
  readonly db: DatabaseSync
  readonly truth: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly newestSeq: () => number
  /** Lets other work have its turn, and the capture more than that while it is busy. */
  readonly rest: () => Promise<void>
  readonly engine: ReturnType<typeof createSearchEngine>
  readonly joinRepeats: ReturnType<typeof createRepeatJoiner>
  /** Less what was thrown away. */
  readonly totals: () => IndexTotals
  readonly tell: (event: ThreadEvent) => void
  readonly nowMs: () => number
}

/** Everything that keeps the files small: throwing away, removing, and merging SQLite's side file. */
export function createMaintenance(deps: Deps) {
  const { db, totals, tell, nowMs } = deps
  const trash = createTrash(deps)
  const retention = createRetention(db)
  const checkpoint = createCheckpoint(deps)
  let timer: NodeJS.Timeout | null = null
  let isStopped = false

  const changed = () => tell({ kind: 'changed', totals: totals() })
  const gone = (seqs: readonly number[] = []) => tell({ kind: 'gone', seqs, totals: totals() })

  function plan(): void {
    if (timer !== null) clearTimeout(timer)
    const dueAtMs = trash.nextDueAtMs()
    timer = dueAtMs === null || isStopped ? null : setTimeout(remove, Math.max(0, dueAtMs - nowMs()))
  }

  function remove(): void {
    trash
      .removeDue(nowMs(), () => gone())
      .then(plan)
      .catch((error: unknown) => {
        if (isStopped) return
        const explanation = explainFailure(error)
        tell({ kind: 'trouble', what: 'What was deleted could not be removed.', explanation })
      })
  }

  return {
    /** Now and then while callbacks are derived, and when that `isDone`. */
    checkpoint: checkpoint.sometimes,
    start: plan,
    stop(): void {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      checkpoint.stop()
    },
    calls: callsOf({ trash, changed, gone, plan, retention, totals, nowMs, isStopped: () => isStopped }),
  }
}

type Parts = Pick<Deps, 'totals' | 'nowMs'> & {
  readonly trash: ReturnType<typeof createTrash>
  readonly retention: ReturnType<typeof createRetention>
  /** Tell that everything has to be looked at again, or that these events are not there any more. */
  readonly changed: () => void
  readonly gone: (seqs?: readonly number[]) => void
  /** To be called when something may be due at another time. */
  readonly plan: () => void
  readonly isStopped: () => boolean
}

function callsOf({ trash, retention, changed, gone, plan, totals, nowMs, isStopped }: Parts) {
  return {
    /** Hides what matches, at once and for good unless it is taken back; then it is removed a little at a time. */
    async deleteMatching(query: SearchQuery, { undoMs, includesKept }: HowToDelete) {
      const batchId = trash.openBatch()
      const { count, kept } = await trash.markMatching(query, batchId, includesKept)
      trash.setDue(batchId, nowMs() + undoMs)
      changed()
      plan()
      return { batchId, count, kept }
    },
    /** The same for these events. */
    deleteEvents(seqs: readonly number[], { undoMs, includesKept }: HowToDelete) {
      const batchId = trash.openBatch()
      const marked = trash.markEvents(seqs, batchId, includesKept)
      trash.setDue(batchId, nowMs() + undoMs)
      gone(marked.seqs)
      plan()
      return { batchId, count: marked.seqs.length, kept: marked.kept }
    },
    /** Takes a deletion back. False: it is too late. */
    async undoDelete(batchId: number): Promise<boolean> {
      const isUndone = await trash.undo(batchId, nowMs())
      changed()
      plan()
      return isUndone
    },
    /** Removes the oldest events that are over the limits; returns how many. */
    async prune(limits: RetentionLimits): Promise<number> {
      let [count, behindSeq] = [0, 0]
      let left: Pick<IndexTotals, 'callbacks' | 'bytes'> = totals()
      for (;;) {
        const step = retention.next(behindSeq, left, limits, nowMs())
        if (step === null || isStopped()) return count
        const batchId = trash.openBatch()
        const { seqs } = trash.markEvents(step.seqs, batchId, false)
        trash.setDue(batchId, nowMs())
        count += seqs.length
        gone(seqs)
        await trash.removeDue(nowMs(), () => gone())
        behindSeq = step.behindSeq
        left = step.left
      }
    },
  }
}

/** Merges the side file of the captured callbacks. */
function createCheckpoint({ truth, newestSeq, tell }: Pick<Deps, 'truth' | 'newestSeq' | 'tell'>) {
  let mergedSeq = newestSeq()
  let timer: NodeJS.Timeout | null = null
  let isStopped = false

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  function merge(): void {
    // Also where it did not wait for its time: a timer left behind would come after the files are closed.
    stopTimer()
    mergedSeq = newestSeq()
    mergeSideFile(truth, ({ explanation }) => tell({ kind: 'trouble', what: explanation.what, explanation }))
    if (newestSeq() !== mergedSeq) tell({ kind: 'merged' })
  }

  return {
    sometimes(isDone: boolean): void {
      // What is derived last comes to its end after everything was told to stop.
      if (isStopped) return
      if (newestSeq() - mergedSeq >= CHECKPOINT_AFTER) merge()
      else if (timer !== null) timer.refresh()
      else if (isDone && newestSeq() !== mergedSeq) timer = setTimeout(merge, CHECKPOINT_IDLE_MS)
    },
    stop(): void {
      isStopped = true
      stopTimer()
    },
  }
}
