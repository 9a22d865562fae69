import type { DatabaseSync } from 'node:sqlite'
import type { SearchQuery } from '#shared/search/query.ts'
import type { createIndexWriter } from './index-writer.ts'
import { nextTurn } from './next-turn.ts'
import { inTransaction } from './open-database.ts'
import type { createSearchEngine } from './search-engine.ts'

/** So many are thrown away or removed before other work gets its turn. */
const MARKED_AT_ONCE = 2_000
const REMOVED_AT_ONCE = 200

type Deps = {
  /** The index, and the connection that may write `callbacks.db`. */
  readonly db: DatabaseSync
  readonly truth: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly engine: ReturnType<typeof createSearchEngine>
}

/**
 * What was thrown away: hidden at once, removed for good when it is due. The list of it is kept until both files are
 * rid of it, so that a removal that was interrupted goes on where it stopped. Pinned and noted events are never in it.
 */
export function createTrash({ db, truth, writer, engine }: Deps) {
  const newBatch = db.prepare('INSERT INTO trash_batch (due_at_ms) VALUES (?)')
  const dropBatch = db.prepare('DELETE FROM trash_batch WHERE id = ?')
  const mark = db.prepare('INSERT OR IGNORE INTO trash (seq, batch_id) VALUES (?, ?)')
  const unmark = db.prepare(
    'DELETE FROM trash WHERE seq IN (SELECT seq FROM trash WHERE batch_id = ? LIMIT ?)',
  )
  const dueBatches = db.prepare('SELECT id FROM trash_batch WHERE due_at_ms <= ? ORDER BY id')
  const nextDue = db.prepare('SELECT min(due_at_ms) AS at_ms FROM trash_batch')
  const someOf = db.prepare('SELECT seq FROM trash WHERE batch_id = ? LIMIT ?')
  const forget = db.prepare('DELETE FROM trash WHERE seq = ?')
  const isKept = db.prepare(
    'SELECT 1 FROM truth.pin WHERE seq = :seq UNION ALL SELECT 1 FROM truth.note WHERE seq = :seq LIMIT 1',
  )
  const removeIntake = truth.prepare('DELETE FROM intake WHERE seq = ?')
  const removeOldAnswer = truth.prepare('DELETE FROM answer WHERE seq = ?')
  const removeAnswer = db.prepare('DELETE FROM main.answer WHERE seq = ?')
  const removeFailed = db.prepare('DELETE FROM failed WHERE seq = ?')

  // Taken back, but stopped in the middle of it.
  db.exec('DELETE FROM trash WHERE batch_id NOT IN (SELECT id FROM trash_batch)')

  /** Marks events and their repeated deliveries; returns how many events. */
  function markEvents(seqs: readonly number[], batchId: number): number {
    const events = seqs.filter((seq) => isKept.get({ seq }) === undefined)
    inTransaction(db, () => {
      for (const seq of events) {
        for (const one of [seq, ...writer.repeatsOf(seq)]) mark.run(one, batchId)
      }
    })
    return events.length
  }

  /** First out of the truth, then out of the index, then out of this list: any stop in between can be made good. */
  function removeSome(batchId: number): boolean {
    const seqs = someOf.all(batchId, REMOVED_AT_ONCE).map((record) => Number(record.seq))
    inTransaction(truth, () => {
      for (const seq of seqs) {
        removeIntake.run(seq)
        removeOldAnswer.run(seq)
      }
    })
    writer.batch(() => {
      for (const seq of seqs) {
        writer.remove(seq)
        removeAnswer.run(seq)
        removeFailed.run(seq)
        forget.run(seq)
      }
      if (seqs.length < REMOVED_AT_ONCE) dropBatch.run(batchId)
    })
    return seqs.length === REMOVED_AT_ONCE
  }

  return {
    openBatch: (dueAtMs: number) => Number(newBatch.run(dueAtMs).lastInsertRowid),
    markEvents,
    /** Throws away what matches; returns how many events. */
    async markMatching(query: SearchQuery, batchId: number): Promise<number> {
      let count = 0
      for (let behindSeq: number | null = null; ; ) {
        const seqs = engine.seqs(query, { order: 'newest', behindSeq, limit: MARKED_AT_ONCE })
        const last = seqs.at(-1)
        if (last === undefined) return count
        count += markEvents(seqs, batchId)
        behindSeq = last
        await nextTurn()
      }
    },
    /** Takes a batch back. False: some of it may be gone already. */
    async undo(batchId: number, nowMs: number): Promise<boolean> {
      if (dueBatches.all(nowMs).some((record) => Number(record.id) === batchId)) return false
      dropBatch.run(batchId)
      while (Number(unmark.run(batchId, MARKED_AT_ONCE).changes) > 0) await nextTurn()
      return true
    },
    /** Removes everything that is due; `onRemoved` after every step. */
    async removeDue(nowMs: number, onRemoved: () => void): Promise<void> {
      for (const record of dueBatches.all(nowMs)) {
        const batchId = Number(record.id)
        for (let hasMore = true; hasMore; await nextTurn()) {
          hasMore = removeSome(batchId)
          onRemoved()
        }
      }
    },
    nextDueAtMs(): number | null {
      const atMs = nextDue.get()?.at_ms
      return typeof atMs === 'number' ? atMs : null
    },
  }
}
