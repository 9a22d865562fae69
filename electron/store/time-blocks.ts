import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** Callbacks are stored in order of arrival, but clocks are set back and old sessions imported. */
const BLOCK = 1_024

const BlockRecord = z.object({ block: z.int() })

export type SeqRange = { readonly from: number; readonly to: number }
export const EVERYTHING: SeqRange = { from: 0, to: Number.MAX_SAFE_INTEGER }
export type TimeSpan = { readonly fromMs: number; readonly toMs: number }

/** Notes which times occur among which callbacks. Reaches the database with `save`. */
export function createTimeBlocks(db: DatabaseSync) {
  const put = db.prepare(`INSERT INTO time_block VALUES (:block, :fromMs, :toMs) ON CONFLICT (block)
    DO UPDATE SET from_ms = min(from_ms, :fromMs), to_ms = max(to_ms, :toMs)`)
  const spans = new Map<number, TimeSpan>()
  return {
    add(seq: number, atMs: number): void {
      const block = Math.floor(seq / BLOCK)
      const span = spans.get(block)
      spans.set(block, {
        fromMs: Math.min(span?.fromMs ?? atMs, atMs),
        toMs: Math.max(span?.toMs ?? atMs, atMs),
      })
    },
    save(): void {
      for (const [block, { fromMs, toMs }] of spans) put.run({ block, fromMs, toMs })
      spans.clear()
    },
    forget: () => spans.clear(),
  }
}

/** Where callbacks of a time can be: ranges of seqs in ascending order, both ends included. */
export function readTimeBlocks(db: DatabaseSync): (span: TimeSpan) => readonly SeqRange[] {
  const overlapping = db.prepare(
    'SELECT block FROM time_block WHERE to_ms >= ? AND from_ms < ? ORDER BY block',
  )
  return ({ fromMs, toMs }) => {
    const ranges: SeqRange[] = []
    for (const record of overlapping.all(fromMs, toMs)) {
      const { block } = BlockRecord.parse(record)
      const [from, to] = [block * BLOCK, (block + 1) * BLOCK - 1]
      const last = ranges.at(-1)
      if (last?.to === from - 1) ranges[ranges.length - 1] = { from: last.from, to }
      else ranges.push({ from, to })
    }
    return ranges
  }
}
