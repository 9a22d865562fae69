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
