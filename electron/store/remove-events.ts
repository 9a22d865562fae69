import type { DatabaseSync } from 'node:sqlite'
import { createAnswerRemover } from './answer-log.ts'
import type { createIndexWriter } from './index-writer.ts'
import { createSeqKeeper } from './intake-seqs.ts'
import { inTransaction } from './open-database.ts'

type Deps = {
  /** The index, and the connection that may write `callbacks.db`. */
  readonly db: DatabaseSync
  readonly truth: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  /** How many are removed before other work gets its turn. */
  readonly atOnce: number
}

/**
 * Removes some of a batch; returns whether there is more. First out of the truth, then out of the index, then out of the
 * list: any stop in between can be made good.
 */
export function createEventRemover({ db, truth, writer, atOnce }: Deps) {
  const someOf = db.prepare('SELECT seq FROM trash WHERE batch_id = ? LIMIT ?')
  const truths = ['intake', 'answer', 'pin', 'note'].map((table) =>
    truth.prepare(`DELETE FROM ${table} WHERE seq = ?`),
  )
  const removeAnswers = createAnswerRemover(truth)
  const keepSeq = createSeqKeeper(truth)
  const others = ['main.answer', 'failed', 'trash'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE seq = ?`),
  )
  const shrink = db.prepare(
    'UPDATE trash_batch SET events = events + ?, callbacks = callbacks + ?, bytes = bytes + ? WHERE id = ?',
  )
  const dropBatch = db.prepare('DELETE FROM trash_batch WHERE id = ?')

  return (batchId: number): boolean => {
    const seqs = someOf.all(batchId, atOnce).map((record) => Number(record.seq))
    inTransaction(truth, () => {
      if (seqs.length > 0) keepSeq(Math.max(...seqs))
      for (const seq of seqs) for (const remove of truths) remove.run(seq)
      if (seqs.length > 0) removeAnswers(Math.min(...seqs), Math.max(...seqs))
    })
    writer.batch(() => {
      const before = writer.totals()
      for (const seq of seqs) {
        writer.remove(seq)
        for (const remove of others) remove.run(seq)
      }
      const { events, callbacks, bytes } = writer.totals()
      shrink.run(events - before.events, callbacks - before.callbacks, bytes - before.bytes, batchId)
      if (seqs.length < atOnce) dropBatch.run(batchId)
    })
    return seqs.length === atOnce
  }
}
