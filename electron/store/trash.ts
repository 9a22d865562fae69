import type { DatabaseSync } from 'node:sqlite'
import type { SearchQuery } from '#shared/search/query.ts'
import type { createIndexWriter } from './index-writer.ts'
import { createEventMarker } from './mark-events.ts'
import { nextTurn } from './next-turn.ts'
import { createEventRemover } from './remove-events.ts'
import type { createRepeatJoiner } from './repeat-joiner.ts'
import type { createSearchEngine } from './search-engine.ts'

/** So many are thrown away or removed before other work gets its turn. */
const MARKED_AT_ONCE = 2_000
const REMOVED_AT_ONCE = 200
/** When a batch is due that is still being filled: after an end in the middle of that, all of it is taken back. */
const NOT_DUE = Number.MAX_SAFE_INTEGER

type Deps = {
  /** The index, and the connection that may write `callbacks.db`. */
  readonly db: DatabaseSync
  readonly truth: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly engine: ReturnType<typeof createSearchEngine>
  readonly joinRepeats: ReturnType<typeof createRepeatJoiner>
  /** Lets other work have its turn, and the capture more than that while it is busy. */
  readonly rest: () => Promise<void>
}

/**
 * What was thrown away: hidden at once, removed for good when it is due. The list of it is kept until both files are
 * rid of it, so that a removal that was interrupted goes on where it stopped. Pinned and noted events are in it only
 * when they were asked for.
 */
export function createTrash({ db, truth, writer, engine, joinRepeats, rest }: Deps) {
  const newBatch = db.prepare('INSERT INTO trash_batch (due_at_ms) VALUES (?)')
  const setDue = db.prepare('UPDATE trash_batch SET due_at_ms = ? WHERE id = ?')
  const dropBatch = db.prepare('DELETE FROM trash_batch WHERE id = ?')
  const dueBatches = db.prepare('SELECT id FROM trash_batch WHERE due_at_ms <= ? ORDER BY id')
  const nextDue = db.prepare('SELECT min(due_at_ms) AS at_ms FROM trash_batch WHERE due_at_ms < ?')
  const isOpen = db.prepare('SELECT 1 FROM trash_batch WHERE id = ?')
  const markEvents = createEventMarker(db, writer)
  const removeSome = createEventRemover({ db, truth, writer, atOnce: REMOVED_AT_ONCE })

  const shown = createUnmarker(db, writer, joinRepeats)

  // Stopped in the middle of being filled, or of being taken back.
  db.prepare('DELETE FROM trash_batch WHERE due_at_ms = ?').run(NOT_DUE)
  shown.withoutBatch()

  return {
    openBatch: () => Number(newBatch.run(NOT_DUE).lastInsertRowid),
    setDue: (batchId: number, dueAtMs: number) => void setDue.run(dueAtMs, batchId),
    markEvents,
    /** Throws away what matches; `kept` counts what stays. `seqs` is left to whoever looks again. */
    async markMatching(query: SearchQuery, batchId: number, includesKept: boolean) {
      let [count, kept] = [0, 0]
      for (let behindSeq: number | null = null; ; ) {
        const seqs = engine.seqs(query, { order: 'newest', behindSeq, limit: MARKED_AT_ONCE })
        const last = seqs.at(-1)
        if (last === undefined) return { count, kept }
        const marked = markEvents(seqs, batchId, includesKept)
        count += marked.seqs.length
        kept += marked.kept
        behindSeq = last
        await nextTurn()
      }
    },
    /** Takes a batch back. False: it is gone, or on its way. */
    async undo(batchId: number, nowMs: number): Promise<boolean> {
      if (isOpen.get(batchId) === undefined) return false
      if (dueBatches.all(nowMs).some((record) => Number(record.id) === batchId)) return false
      dropBatch.run(batchId)
      while (shown.some(batchId)) await nextTurn()
      return true
    },
    /** Removes everything that is due; `onRemoved` after every step. */
    async removeDue(nowMs: number, onRemoved: () => void): Promise<void> {
      for (const record of dueBatches.all(nowMs)) {
        const batchId = Number(record.id)
        for (let hasMore = true; hasMore; await rest()) {
          hasMore = removeSome(batchId)
          onRemoved()
        }
      }
    },
    nextDueAtMs(): number | null {
      const atMs = nextDue.get(NOT_DUE)?.at_ms
      return typeof atMs === 'number' ? atMs : null
    },
  }
}

type Records = readonly { readonly seq?: unknown }[]

/** Shows again what was thrown away. */
function createUnmarker(db: DatabaseSync, writer: Deps['writer'], joinRepeats: Deps['joinRepeats']) {
  const ofBatch = db.prepare(
    'DELETE FROM trash WHERE seq IN (SELECT seq FROM trash WHERE batch_id = ? LIMIT ?) RETURNING seq',
  )
  const stale = db.prepare(
    'DELETE FROM trash WHERE batch_id NOT IN (SELECT id FROM trash_batch) RETURNING seq',
  )
  function show(unmark: () => Records): number {
    const seqs = writer.batch(() => {
      const unmarked = unmark().map((record) => Number(record.seq))
      writer.hidOrShowed(unmarked)
      return unmarked
    })
    joinRepeats(seqs)
    return seqs.length
  }

  return {
    /** Returns whether there may be more. */
    some: (batchId: number): boolean => show(() => ofBatch.all(batchId, MARKED_AT_ONCE)) > 0,
    /** All whose batch is not there any more. */
    withoutBatch: () => show(() => stale.all()),
  }
}
