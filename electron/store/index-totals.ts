import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Totals = z.object({ seq: z.int(), events: z.int(), callbacks: z.int(), bytes: z.int() })
/** Up to where callbacks are derived, and how many there are: `events` counts repeated deliveries once. */
export type IndexTotals = Readonly<z.infer<typeof Totals>>

/** Reads the totals as they are on disk. */
export function readTotals(db: DatabaseSync): () => IndexTotals {
  const get = db.prepare('SELECT seq, events, callbacks, bytes FROM position')
  return () => Totals.parse(get.get())
}

/** Reads the totals less what was thrown away and is still in the files. */
export function readShownTotals(db: DatabaseSync): () => IndexTotals {
  const get = db.prepare(`
    SELECT p.seq, max(0, p.events - t.events) AS events, max(0, p.callbacks - t.callbacks) AS callbacks,
      max(0, p.bytes - t.bytes) AS bytes
    FROM position p, (SELECT coalesce(sum(events), 0) AS events, coalesce(sum(callbacks), 0) AS callbacks,
      coalesce(sum(bytes), 0) AS bytes FROM trash_batch) t`)
  return () => Totals.parse(get.get())
}

/** Keeps the totals, so that nothing has to be counted. They reach the database with `save`. */
export function createIndexTotals(db: DatabaseSync) {
  const read = readTotals(db)
  const write = db.prepare(
    'UPDATE position SET seq = :seq, events = :events, callbacks = :callbacks, bytes = :bytes',
  )
  let totals = { ...read() }
  return {
    now: (): IndexTotals => ({ ...totals }),
    add(change: Omit<IndexTotals, 'seq'>): void {
      totals.events += change.events
      totals.callbacks += change.callbacks
      totals.bytes += change.bytes
    },
    reached(seq: number): void {
      totals.seq = Math.max(totals.seq, seq)
    },
    save: () => void write.run(totals),
    reload(): void {
      totals = { ...read() }
    },
  }
}
