import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { SearchQuery } from '#shared/search/query.ts'
import type { Buckets } from '#shared/timeline/buckets.ts'
import type { Facet } from './facets.ts'
import type { createSearchEngine } from './search-engine.ts'
import type { TimeSpan } from './time-blocks.ts'
import { readTimeCounts } from './time-counts.ts'

/** So many events of a facet at a time; fewer than none where they are to be taken away again. */
export type Counted = { readonly atMs: number; readonly facetId: number; readonly events: number }

/** Where the counts of a timeline come from. */
export type TimelineSource = {
  /** From the first to the last event, to the second. */
  readonly extent: TimeSpan | null
  readonly countedFromMs: number | null
  readonly isExact: boolean
  readonly countedIn: (range: TimeSpan, buckets: Buckets) => Iterable<Counted>
}

/** What was thrown away is taken out of the counts one by one, up to so many. */
const MOST_TRASH = 10_000
/** Of what has to be searched for only so many events are counted, from the newest on. */
const MOST_SEARCHED = 5_000

const EventRecord = z.object({ received_at_ms: z.number(), facet_id: z.int() })

/** The counts that are kept beside the rows, for facets or (null) for all; less what was thrown away and is still in them. */
export function createCountedSource(db: DatabaseSync) {
  const countsOf = readTimeCounts(db)
  const trash = db.prepare(`SELECT c.received_at_ms, c.facet_id
    FROM trash CROSS JOIN callback c ON c.seq = trash.seq WHERE c.first_seq IS NULL LIMIT ${MOST_TRASH + 1}`)

  return (facets: readonly Facet[] | null): TimelineSource => {
    const ids = facets?.map(({ id }) => id) ?? null
    const counts = countsOf(ids)
    const thrown = trash.all().map(countedOf)
    const gone = thrown
      .slice(0, MOST_TRASH)
      .filter(({ facetId }) => ids === null || ids.includes(facetId))
      .map((one) => ({ ...one, events: -1 }))
    return {
      extent: counts.extent(),
      countedFromMs: null,
      isExact: thrown.length <= MOST_TRASH,
      *countedIn(range, { startsMs, bucketMs }) {
        for (const startMs of startsMs) {
          const fromMs = Math.max(startMs, range.fromMs)
          const toMs = Math.min(startMs + bucketMs, range.toMs)
          for (const sum of counts.sumsOf({ fromMs, toMs })) yield { ...sum, atMs: startMs }
        }
        yield* gone.filter(({ atMs }) => atMs >= range.fromMs && atMs < range.toMs)
      },
    }
  }
}

/** The newest of what a query finds, one by one. */
export function createSearchedSource(db: DatabaseSync, engine: ReturnType<typeof createSearchEngine>) {
  const event = db.prepare('SELECT received_at_ms, facet_id FROM callback WHERE seq = ?')
  const latest = db.prepare('SELECT max(to_ms) AS at_ms FROM time_block WHERE block <= ? / 1024')

  return (query: SearchQuery): TimelineSource => {
    const found = engine.seqs(query, { order: 'newest', behindSeq: null, limit: MOST_SEARCHED + 1 })
    const counted = found.slice(0, MOST_SEARCHED).flatMap((seq) => event.all(seq).map(countedOf))
    const next = found[MOST_SEARCHED]
    return {
      extent: extentOf(counted),
      countedFromMs: next === undefined ? null : Number(latest.get(next)?.at_ms ?? 0),
      isExact: true,
      countedIn: () => counted,
    }
  }
}

function countedOf(record: unknown): Counted {
  const { received_at_ms: atMs, facet_id: facetId } = EventRecord.parse(record)
  return { atMs, facetId, events: 1 }
}

function extentOf(counted: readonly Counted[]): TimeSpan | null {
  if (counted.length === 0) return null
  const [fromMs, lastMs] = counted.reduce(
    ([low, high], { atMs }) => [Math.min(low, atMs), Math.max(high, atMs)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  return { fromMs: Math.floor(fromMs / 1_000) * 1_000, toMs: Math.floor(lastMs / 1_000) * 1_000 + 1_000 }
}
