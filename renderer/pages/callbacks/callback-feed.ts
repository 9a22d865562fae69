import type { CallbackFilter, CallbackRow } from '#shared/callback.ts'
import { everything, matchesFilter } from '#shared/messenger/matches-filter.ts'
import type { WireError } from '#shared/rpc.ts'

/** The part of the callbacks list that is loaded, newest first. */
export type CallbackFeed = {
  readonly filter: CallbackFilter
  readonly rows: readonly CallbackRow[]
  /** All callbacks in the store, shown or hidden. */
  readonly total: number
  readonly hasOlder: boolean
  /** Tells the answer to the latest load from answers to earlier ones. */
  readonly loadId: number
  readonly progress: 'first-page' | 'older-page' | 'idle'
  readonly error: WireError | null
  /** Rows that arrived while a page was on its way: applied behind it, because the page may be older. */
  readonly arrivedMeanwhile: readonly CallbackRow[]
}

type Page = { readonly rows: readonly CallbackRow[]; readonly hasOlder: boolean }

export type FeedAction =
  | { readonly kind: 'load'; readonly filter: CallbackFilter }
  | { readonly kind: 'load-older' }
  | { readonly kind: 'loaded'; readonly loadId: number; readonly page: Page }
  | { readonly kind: 'failed'; readonly loadId: number; readonly error: WireError }
  | { readonly kind: 'arrived'; readonly rows: readonly CallbackRow[] }
  | { readonly kind: 'counted'; readonly total: number }

export const emptyFeed: CallbackFeed = {
  filter: everything,
  rows: [],
  total: 0,
  hasOlder: false,
  loadId: 0,
  progress: 'first-page',
  error: null,
  arrivedMeanwhile: [],
}

export function callbackFeed(feed: CallbackFeed, action: FeedAction): CallbackFeed {
  switch (action.kind) {
    case 'load':
      return startLoading(feed, action.filter)
    case 'load-older':
      return { ...feed, progress: 'older-page', error: null, loadId: feed.loadId + 1, arrivedMeanwhile: [] }
    case 'loaded':
      return action.loadId === feed.loadId ? withPage(feed, action.page) : feed
    case 'failed':
      return action.loadId === feed.loadId ? withError(feed, action.error) : feed
    case 'arrived':
      return withArrivals(feed, action.rows)
    case 'counted':
      return { ...feed, total: action.total }
  }
}

/** What is loaded already stays, as far as the new filter shows it, until its first page is here. */
function startLoading(feed: CallbackFeed, filter: CallbackFilter): CallbackFeed {
  return {
    ...feed,
    filter,
    rows: feed.rows.filter((row) => matchesFilter(row, filter)),
    hasOlder: false,
    loadId: feed.loadId + 1,
    progress: 'first-page',
    error: null,
    arrivedMeanwhile: [],
  }
}

function withPage(feed: CallbackFeed, page: Page): CallbackFeed {
  const before = feed.progress === 'older-page' ? feed.rows : []
  const loaded: CallbackFeed = {
    ...feed,
    rows: merged(before, page.rows),
    hasOlder: page.hasOlder,
    progress: 'idle',
    error: null,
    arrivedMeanwhile: [],
  }
  return withArrivals(loaded, feed.arrivedMeanwhile)
}

function withError(feed: CallbackFeed, error: WireError): CallbackFeed {
  return { ...feed, progress: 'idle', error, arrivedMeanwhile: [] }
}

function withArrivals(feed: CallbackFeed, arrived: readonly CallbackRow[]): CallbackFeed {
  if (arrived.length === 0) return feed
  const oldest = feed.rows.at(-1)?.seq
  const isInReach = (row: CallbackRow) => !feed.hasOlder || oldest === undefined || row.seq >= oldest
  const shown = arrived.filter((row) => matchesFilter(row, feed.filter) && isInReach(row))
  const hidden = new Set(arrived.filter((row) => !matchesFilter(row, feed.filter)).map((row) => row.seq))
  const kept = hidden.size === 0 ? feed.rows : feed.rows.filter((row) => !hidden.has(row.seq))
  const arrivedMeanwhile = feed.progress === 'idle' ? [] : [...feed.arrivedMeanwhile, ...arrived]
  return { ...feed, rows: merged(kept, shown), arrivedMeanwhile }
}

/** Both lists as one, newest first; where both hold a row, the second list's is the later one. */
function merged(rows: readonly CallbackRow[], changes: readonly CallbackRow[]): readonly CallbackRow[] {
  if (changes.length === 0) return rows
  const changed = new Map(changes.map((row) => [row.seq, row]))
  const kept = rows.map((row) => {
    const change = changed.get(row.seq)
    changed.delete(row.seq)
    return change ?? row
  })
  if (changed.size === 0) return kept
  const added = [...changed.values()].sort((a, b) => b.seq - a.seq)
  const newest = kept[0]
  const isAllNewer = newest === undefined || added.every((row) => row.seq > newest.seq)
  return isAllNewer ? [...added, ...kept] : [...kept, ...added].sort((a, b) => b.seq - a.seq)
}
