import type { DatabaseSync } from 'node:sqlite'
import type { SearchQuery, SearchTerm } from '#shared/search/query.ts'
import { bucketsOf } from '#shared/timeline/buckets.ts'
import { type Timeline, type TimelineKind, timelineKindOf } from '#shared/timeline/timeline.ts'
import { readFacets } from './facets.ts'
import type { createSearchEngine } from './search-engine.ts'
import { facetsTelling, spanOf } from './search-plan.ts'
import type { TimeSpan } from './time-blocks.ts'
import { type Counted, createCountedSource, createSearchedSource } from './timeline-source.ts'

/** From when to when; null for the first or last event that matches. At most so many buckets. */
export type TimelineView = {
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly buckets: number
}

/** Where nothing is said about time, at least so much is shown, so that a single event stands in its minute. */
const SHORTEST_MS = 60_000

type Deps = {
  readonly db: DatabaseSync
  readonly engine: ReturnType<typeof createSearchEngine>
  readonly nowMs: () => number
}

/** Counts events by time and kind: from the counts beside the rows or, where these do not tell, by a bounded search. */
export function createTimeline({ db, engine, nowMs }: Deps) {
  const facets = readFacets(db)
  const countedSource = createCountedSource(db)
  const searchedSource = createSearchedSource(db, engine)

  return (asked: SearchQuery, view: TimelineView): Timeline => {
    const query = [...asked, ...termsOf(view)]
    const all = facets()
    const telling = facetsTelling(query, all)
    const everything = countedSource(null)
    const source =
      telling === null
        ? searchedSource(query)
        : telling.length === all.length
          ? everything
          : countedSource(telling)
    const range = rangeOf(spanOf(query, nowMs()), source.extent)
    const cut = bucketsOf(range ?? { fromMs: 0, toMs: 0 }, view.buckets, localOffsetMs(range?.toMs ?? 0))
    const kinds = new Map(all.map(({ id, kind, type }) => [id, timelineKindOf(kind, type)]))
    return {
      buckets: filled(cut.startsMs, cut.bucketMs, kinds, range === null ? [] : source.countedIn(range, cut)),
      bucketMs: cut.bucketMs,
      range,
      oldestMs: everything.extent?.fromMs ?? null,
      newestMs: everything.extent === null ? null : everything.extent.toMs - 1_000,
      countedFromMs: source.countedFromMs,
      isExact: source.isExact,
    }
  }
}

function filled(
  startsMs: readonly number[],
  bucketMs: number,
  kinds: ReadonlyMap<number, TimelineKind>,
  counted: Iterable<Counted>,
) {
  const buckets = startsMs.map((startMs) => ({ startMs, inbound: 0, status: 0, failed: 0, other: 0 }))
  for (const { atMs, facetId, events } of counted) {
    const bucket = buckets[Math.floor((atMs - (startsMs[0] ?? 0)) / bucketMs)]
    const kind = kinds.get(facetId)
    if (bucket !== undefined && kind !== undefined) bucket[kind] += events
  }
  return buckets
}

/** How far local time is ahead of UTC then, so that days start at midnight. */
function localOffsetMs(atMs: number): number {
  return -new Date(atMs).getTimezoneOffset() * 60_000
}

function termsOf({ fromMs, toMs }: TimelineView): readonly SearchTerm[] {
  return [
    ...(fromMs === null ? [] : [{ field: 'after', value: fromMs, isNegated: false } as const]),
    ...(toMs === null ? [] : [{ field: 'before', value: toMs, isNegated: false } as const]),
  ]
}

/** What is asked for, and on a side where nothing is, where the events end. */
function rangeOf(wanted: TimeSpan | null, extent: TimeSpan | null): TimeSpan | null {
  const isOpenBefore = wanted === null || wanted.fromMs <= 0
  const isOpenAfter = wanted === null || wanted.toMs >= Number.MAX_SAFE_INTEGER
  const toMs = isOpenAfter ? extent?.toMs : wanted.toMs
  const fromMs = isOpenBefore ? extent?.fromMs : wanted.fromMs
  if (toMs === undefined || fromMs === undefined) return null
  const range = { fromMs: isOpenBefore ? Math.min(fromMs, toMs - SHORTEST_MS) : fromMs, toMs }
  return range.fromMs < range.toMs ? range : null
}
