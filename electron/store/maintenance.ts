import type { DatabaseSync } from 'node:sqlite'
import type { SearchQuery } from '#shared/search/query.ts'
import { explainFailure } from './explain-failure.ts'
import type { createIndexWriter } from './index-writer.ts'
import { createRetention, type RetentionLimits } from './retention.ts'
import type { createSearchEngine } from './search-engine.ts'
import type { StoreEvent } from './store-events.ts'
import { createTrash } from './trash.ts'

/** Written callbacks after which the side file is merged, so that it stays small and the capture never has to do it. */
const CHECKPOINT_AFTER = 2_000

type Deps = {
  readonly db: DatabaseSync
  readonly truth: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly engine: ReturnType<typeof createSearchEngine>
  readonly tell: (event: StoreEvent) => void
  readonly nowMs: () => number
}

/** Everything that keeps the files small: throwing away, removing, and merging SQLite's side file. */
export function createMaintenance(deps: Deps) {
  const { db, truth, writer, tell, nowMs } = deps
  const trash = createTrash(deps)
  const retention = createRetention(db)
  let checkpointedSeq = writer.totals().seq
  let timer: NodeJS.Timeout | null = null
  let isStopped = false

  const changed = () => tell({ kind: 'changed', totals: writer.totals() })

  function checkpoint(after: number): void {
    if (writer.totals().seq - checkpointedSeq < after) return
    checkpointedSeq = writer.totals().seq
    truth.exec('PRAGMA wal_checkpoint(PASSIVE)')
  }

  function plan(): void {
    if (timer !== null) clearTimeout(timer)
    const dueAtMs = trash.nextDueAtMs()
    timer = dueAtMs === null || isStopped ? null : setTimeout(remove, Math.max(0, dueAtMs - nowMs()))
  }

  function remove(): void {
    trash
      .removeDue(nowMs(), changed)
      .then(plan)
      .catch((error: unknown) => {
        if (isStopped) return
        const explanation = explainFailure(error)
        tell({ kind: 'trouble', what: 'What was deleted could not be removed.', explanation })
      })
  }

  return {
    /** Now and then while callbacks are derived, and when that `isDone`. */
    checkpoint: (isDone: boolean) => checkpoint(isDone ? 1 : CHECKPOINT_AFTER),
    start: plan,
    stop(): void {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
    calls: {
      /**
       * Hides what matches, at once and for good unless it is taken back within `undoMs`; then it is removed a little at
       * a time. Pinned and noted events stay.
       */
      async deleteMatching(query: SearchQuery, undoMs: number) {
        const batchId = trash.openBatch(nowMs() + undoMs)
        const count = await trash.markMatching(query, batchId)
        changed()
        plan()
        return { batchId, count }
      },
      /** The same for these events. */
      deleteEvents(seqs: readonly number[], undoMs: number) {
        const batchId = trash.openBatch(nowMs() + undoMs)
        const count = trash.markEvents(seqs, batchId)
        changed()
        plan()
        return { batchId, count }
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
        let [count, behindSeq, left] = [
          0,
          0,
          { callbacks: writer.totals().callbacks, bytes: writer.totals().bytes },
        ]
        for (;;) {
          const step = retention.next(behindSeq, left, limits, nowMs())
          if (step === null || isStopped) return count
          count += trash.markEvents(step.seqs, trash.openBatch(nowMs()))
          await trash.removeDue(nowMs(), changed)
          behindSeq = step.behindSeq
          left = step.left
        }
      },
    },
  }
}
