import type { CallbackRow } from '#shared/callback.ts'
import type { WireError } from '#shared/rpc.ts'
import { everything } from '#shared/search/filter-text.ts'
import {
  type Arrived,
  type ListOrder,
  type RowWindow,
  withArrived,
  withoutRows,
  withRowsBefore,
  withRowsBehind,
  withRowsInstead,
} from './row-window.ts'

/** What a list shows. */
type ListQuery = {
  /** In the words of the filter grammar. */
  readonly filter: string
  /** Which come first. */
  readonly order: ListOrder
}

/** The part of the callbacks list that is loaded. */
export type CallbackFeed = ListQuery &
  RowWindow & {
    /** All callbacks in the store, shown or hidden. */
    readonly total: number
    /** Tells the answer to the latest load from answers to earlier ones. */
    readonly loadId: number
    /** Another one for rows under another filter or in another order. */
    readonly listId: number
    readonly progress: 'first-page' | OtherPage | 'idle'
    /** The rows are those of an earlier filter or order, until the first page is here. */
    readonly isStale: boolean
    readonly error: WireError | null
    /** What arrived while a page was on its way: applied behind it, because the page may be older. */
    readonly arrivedMeanwhile: readonly Arrived[]
  }

/** The page behind the rows that are held, the one before them, or the one that is looked at. */
type OtherPage = 'next-page' | 'previous-page' | 'page-in-view'

/** In the list's order; whether there are others farther on. */
type Page = { readonly rows: readonly CallbackRow[]; readonly hasMore: boolean }

export type FeedAction =
  | ({ readonly kind: 'load' } & ListQuery)
  | { readonly kind: 'load-more'; readonly page: OtherPage }
  | { readonly kind: 'loaded'; readonly loadId: number; readonly page: Page }
  | { readonly kind: 'failed'; readonly loadId: number; readonly error: WireError }
  /** New and changed rows, and which of them this filter shows; null: all. */
  | {
      readonly kind: 'arrived'
      readonly rows: readonly CallbackRow[]
      readonly filter: string
      readonly shown: ReadonlySet<number> | null
    }
  /** Deleted or pruned. */
  | { readonly kind: 'gone'; readonly seqs: readonly number[] }
  | { readonly kind: 'counted'; readonly total: number }

export const emptyFeed: CallbackFeed = {
  filter: everything,
  order: 'newest',
  rows: [],
  before: null,
  total: 0,
  hasMore: false,
  loadId: 0,
  listId: 0,
  progress: 'first-page',
  isStale: false,
  error: null,
  arrivedMeanwhile: [],
}

export function callbackFeed(feed: CallbackFeed, action: FeedAction): CallbackFeed {
  switch (action.kind) {
    case 'load':
      return startLoading(feed, action)
    case 'load-more':
      return { ...feed, progress: action.page, error: null, loadId: feed.loadId + 1, arrivedMeanwhile: [] }
    case 'loaded':
      return action.loadId === feed.loadId ? withPage(feed, action.page) : feed
    case 'failed':
      return action.loadId === feed.loadId ? withError(feed, action.error) : feed
    case 'arrived':
      // What was judged by an earlier filter is in the first page of this one.
      return action.filter === feed.filter ? withArrivals(feed, judged(action)) : feed
    case 'gone':
      return action.seqs.length === 0 ? feed : without(feed, new Set(action.seqs))
    case 'counted':
      return { ...feed, total: action.total }
  }
}

/** The newest row that is loaded; null where newer ones may not be loaded yet. */
export function newestRow({ order, rows, before, hasMore, isStale }: CallbackFeed): CallbackRow | null {
  if (isStale) return null
  if (order === 'newest') return before === null ? (rows[0] ?? null) : null
  return hasMore ? null : (rows.at(-1) ?? null)
}

/** What is loaded already stays until the first page is here, so that nothing flickers while somebody types. */
function startLoading(feed: CallbackFeed, { filter, order }: ListQuery): CallbackFeed {
  return {
    ...feed,
    ...{ filter, order },
    hasMore: false,
    loadId: feed.loadId + 1,
    progress: 'first-page',
    isStale: feed.isStale || filter !== feed.filter || order !== feed.order,
    error: null,
    arrivedMeanwhile: [],
  }
}

function withPage(feed: CallbackFeed, page: Page): CallbackFeed {
  // Nothing is left there: there may be something elsewhere.
  if (feed.progress === 'page-in-view' && page.rows.length === 0) return startLoading(feed, feed)
  const loaded: CallbackFeed = {
    ...feed,
    ...withLoaded(feed, page),
    listId: feed.isStale ? feed.listId + 1 : feed.listId,
    progress: 'idle',
    isStale: false,
    error: null,
    arrivedMeanwhile: [],
  }
  return withArrivals(loaded, feed.arrivedMeanwhile)
}

function withLoaded(feed: CallbackFeed, page: Page): RowWindow {
  switch (feed.progress) {
    case 'next-page':
      return withRowsBehind(feed, page, feed.order)
    case 'previous-page':
      return withRowsBefore(feed, page, feed.order)
    case 'page-in-view':
      return withRowsInstead(feed, page, feed.order)
    default:
      return { ...page, before: null }
  }
}

function withError(feed: CallbackFeed, error: WireError): CallbackFeed {
  const { isStale, rows, before } = feed
  return {
    ...feed,
    rows: isStale ? [] : rows,
    before: isStale ? null : before,
    progress: 'idle',
    isStale: false,
    error,
    arrivedMeanwhile: [],
  }
}

/** A page that is on its way may still have them: it is asked for anew. Where none is left of many, there are others. */
function without(feed: CallbackFeed, gone: ReadonlySet<number>): CallbackFeed {
  const held = withoutRows(feed, gone, feed.order)
  const isEmptied = held.rows.length === 0 && (held.hasMore || held.before !== null)
  if (isEmptied && !feed.isStale) return startLoading({ ...feed, rows: [], before: null }, feed)
  const arrivedMeanwhile = feed.arrivedMeanwhile.filter(({ row }) => !gone.has(row.seq))
  const loadId = feed.progress === 'idle' ? feed.loadId : feed.loadId + 1
  const isSame = held.rows.length === feed.rows.length
  return { ...feed, ...held, rows: isSame ? feed.rows : held.rows, arrivedMeanwhile, loadId }
}

function judged({ rows, shown }: Extract<FeedAction, { kind: 'arrived' }>): readonly Arrived[] {
  return rows.map((row) => ({ row, isShown: shown === null || shown.has(row.seq) }))
}

function withArrivals(feed: CallbackFeed, arrived: readonly Arrived[]): CallbackFeed {
  if (arrived.length === 0) return feed
  const arrivedMeanwhile = feed.progress === 'idle' ? [] : [...feed.arrivedMeanwhile, ...arrived]
  if (feed.isStale) return { ...feed, arrivedMeanwhile }
  return { ...feed, ...withArrived(feed, arrived, feed.order), arrivedMeanwhile }
}
