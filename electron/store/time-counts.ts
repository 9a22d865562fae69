import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { TimeSpan } from './time-blocks.ts'

/** Counts are kept for each hour, minute and second, so that any span is the sum of few of them. */
const STEPS_MS = [3_600_000, 60_000, 1_000] as const

const CountRecord = z.object({ facet_id: z.int(), events: z.int() })

/** Counts events by facet and time, so that they need not be looked at again. Reaches the database with `save`. */
export function createTimeCounts(db: DatabaseSync) {
  const put = db.prepare(`INSERT INTO time_count (step_s, at_s, facet_id, events) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET events = events + excluded.events`)
  const drop = db.prepare(
    'DELETE FROM time_count WHERE step_s = ? AND at_s = ? AND facet_id = ? AND events <= 0',
  )
  const changes = new Map<string, { atMs: number; facetId: number; change: number }>()

  function saveStep(stepMs: number): void {
    const sums = new Map<string, { atS: number; facetId: number; change: number }>()
    for (const { atMs, facetId, change } of changes.values()) {
      const atS = (Math.floor(atMs / stepMs) * stepMs) / 1_000
      const key = `${atS} ${facetId}`
      sums.set(key, { atS, facetId, change: (sums.get(key)?.change ?? 0) + change })
    }
    for (const { atS, facetId, change } of sums.values()) {
      if (change === 0) continue
      put.run(stepMs / 1_000, atS, facetId, change)
      if (change < 0) drop.run(stepMs / 1_000, atS, facetId)
    }
  }

  return {
    add(atMs: number, facetId: number, change: 1 | -1): void {
      const key = `${Math.floor(atMs / 1_000)} ${facetId}`
      changes.set(key, { atMs, facetId, change: (changes.get(key)?.change ?? 0) + change })
    },
    save(): void {
      for (const stepMs of STEPS_MS) saveStep(stepMs)
      changes.clear()
    },
    forget: () => changes.clear(),
  }
}

/** Reads what was counted, for the facets given or (null) for all of them. */
export function readTimeCounts(db: DatabaseSync) {
  return (facetIds: readonly number[] | null) => {
    const isWanted = facetIds === null ? '' : `AND facet_id IN (${facetIds.join(', ')})`
    const sums = db.prepare(`SELECT facet_id, sum(events) AS events FROM time_count
      WHERE step_s = ? AND at_s >= ? AND at_s < ? ${isWanted} GROUP BY facet_id`)
    const first = db.prepare(`SELECT at_s FROM time_count
      WHERE step_s = ? AND at_s >= ? AND at_s < ? ${isWanted} ORDER BY at_s LIMIT 1`)
    const last = db.prepare(`SELECT at_s FROM time_count
      WHERE step_s = ? AND at_s >= ? AND at_s < ? ${isWanted} ORDER BY at_s DESC LIMIT 1`)

    /** The first or last second in which there is any: first its hour, then its second within that. */
    function edge(ordered: typeof first): number | null {
      const hourS = ordered.get(STEPS_MS[0] / 1_000, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)?.at_s
      if (typeof hourS !== 'number') return null
      const second = ordered.get(STEPS_MS[2] / 1_000, hourS, hourS + STEPS_MS[0] / 1_000)?.at_s
      return typeof second === 'number' ? second * 1_000 : null
    }

    return {
      /** How many events of each facet came in in a span, to the second. */
      *sumsOf(span: TimeSpan): Generator<{ readonly facetId: number; readonly events: number }> {
        for (const { stepMs, fromMs, toMs } of piecesOf(span)) {
          for (const record of sums.all(stepMs / 1_000, fromMs / 1_000, toMs / 1_000)) {
            const { facet_id: facetId, events } = CountRecord.parse(record)
            yield { facetId, events }
          }
        }
      },
      /** From the first second with an event to the end of the last one; null where there is none. */
      extent(): TimeSpan | null {
        const [fromMs, lastMs] = [edge(first), edge(last)]
        return fromMs === null || lastMs === null ? null : { fromMs, toMs: lastMs + 1_000 }
      },
    }
  }
}

type Piece = TimeSpan & { readonly stepMs: number }

/** A span as whole hours with whole minutes at both ends and seconds at theirs. */
function piecesOf(span: TimeSpan, [stepMs, ...finer]: readonly number[] = STEPS_MS): readonly Piece[] {
  if (stepMs === undefined || span.fromMs >= span.toMs) return []
  if (finer.length === 0) return [{ stepMs, ...span }]
  const fromMs = Math.ceil(span.fromMs / stepMs) * stepMs
  const toMs = Math.floor(span.toMs / stepMs) * stepMs
  if (fromMs >= toMs) return piecesOf(span, finer)
  return [
    ...piecesOf({ fromMs: span.fromMs, toMs: fromMs }, finer),
    { stepMs, fromMs, toMs },
    ...piecesOf({ fromMs: toMs, toMs: span.toMs }, finer),
  ]
}
