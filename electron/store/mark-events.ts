import type { DatabaseSync } from 'node:sqlite'
import type { createIndexWriter } from './index-writer.ts'

/** What was thrown away, in events, and how many stay because somebody pinned or noted them. */
export type ThrownAway = { readonly seqs: readonly number[]; readonly kept: number }

/** Marks events and their repeated deliveries as thrown away. */
export function createEventMarker(db: DatabaseSync, writer: ReturnType<typeof createIndexWriter>) {
  const mark = db.prepare('INSERT OR IGNORE INTO trash (seq, batch_id) VALUES (?, ?)')
  const sizeOf = db.prepare('SELECT size_bytes FROM callback WHERE seq = ?')
  const isEvent = db.prepare('SELECT 1 FROM callback WHERE seq = ? AND first_seq IS NULL')
  const isKept = db.prepare(
    'SELECT 1 FROM truth.pin WHERE seq = :seq UNION ALL SELECT 1 FROM truth.note WHERE seq = :seq LIMIT 1',
  )
  const grow = db.prepare(
    'UPDATE trash_batch SET events = events + ?, callbacks = callbacks + ?, bytes = bytes + ? WHERE id = ?',
  )

  /** Marks one delivery; returns its size, null where it was marked before. */
  function markOne(seq: number, batchId: number): number | null {
    if (Number(mark.run(seq, batchId).changes) === 0) return null
    return Number(sizeOf.get(seq)?.size_bytes ?? 0)
  }

  return (seqs: readonly number[], batchId: number, includesKept: boolean): ThrownAway => {
    const events = seqs.filter((seq) => isEvent.get(seq) !== undefined)
    const going = includesKept ? events : events.filter((seq) => isKept.get({ seq }) === undefined)
    return writer.batch(() => {
      const marked = going.filter((event) => {
        const repeats = writer.repeatsOf(event)
        const sizes = [event, ...repeats].flatMap((seq) => markOne(seq, batchId) ?? [])
        const isNew = sizes.length > repeats.length
        grow.run(isNew ? 1 : 0, sizes.length, sum(sizes), batchId)
        return isNew
      })
      writer.hidOrShowed(marked)
      return { seqs: marked, kept: events.length - going.length }
    })
  }
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
