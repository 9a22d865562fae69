import type { DatabaseSync } from 'node:sqlite'
import type { RetentionLimits } from '#shared/retention.ts'
import type { IndexTotals } from './index-totals.ts'

/** So many are looked at before other work gets its turn. */
const LOOKED_AT_ONCE = 500

/** Finds the oldest events that are over the limits, a step at a time. */
export function createRetention(db: DatabaseSync) {
  const oldest = db.prepare(`
    SELECT c.seq, c.size_bytes,
      max(c.received_at_ms, coalesce((SELECT at_ms FROM truth.imported i WHERE i.from_seq <= c.seq AND i.to_seq >= c.seq
        ORDER BY i.from_seq DESC LIMIT 1), 0)) AS here_since_ms,
      (SELECT count(*) FROM callback d WHERE d.first_seq = c.seq) AS repeats
    FROM callback c
    WHERE c.seq > ? AND c.first_seq IS NULL
      AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = c.seq)
      AND NOT EXISTS (SELECT 1 FROM truth.pin WHERE pin.seq = c.seq)
      AND NOT EXISTS (SELECT 1 FROM truth.note WHERE note.seq = c.seq)
    ORDER BY c.seq LIMIT ${LOOKED_AT_ONCE}`)

  return {
    /**
     * The oldest of those behind `behindSeq` that are too many, too old or too large in sum, and from where to look
     * next; null when all that is left may stay. What came out of a file is as old as its import: whoever imports last
     * year's session wants to look at it. `left`: what there is, less what was returned before.
     */
    next(
      behindSeq: number,
      left: Pick<IndexTotals, 'callbacks' | 'bytes'>,
      limits: RetentionLimits,
      nowMs: number,
    ) {
      let [callbacks, bytes] = [left.callbacks, left.bytes]
      const seqs: number[] = []
      for (const record of oldest.all(behindSeq)) {
        const isTooMany = limits.maxCallbacks !== null && callbacks > limits.maxCallbacks
        const isTooLarge = limits.maxBytes !== null && bytes > limits.maxBytes
        const isTooOld = limits.maxAgeMs !== null && nowMs - Number(record.here_since_ms) > limits.maxAgeMs
        if (!isTooMany && !isTooLarge && !isTooOld) break
        const deliveries = 1 + Number(record.repeats)
        callbacks -= deliveries
        bytes -= Number(record.size_bytes) * deliveries
        seqs.push(Number(record.seq))
      }
      const last = seqs.at(-1)
      return last === undefined ? null : { seqs, behindSeq: last, left: { callbacks, bytes } }
    },
  }
}
