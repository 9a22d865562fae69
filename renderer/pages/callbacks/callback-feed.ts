import type { CallbackRow } from '#shared/callback.ts'
import type { WireError } from '#shared/rpc.ts'
import { everything } from '#shared/search/filter-text.ts'

export type ListOrder = 'newest' | 'oldest'

/** What a list shows. */
type ListQuery = {
  /** In the words of the filter grammar. */
  readonly filter: string
  /** Which come first. */
  readonly order: ListOrder
}

/** The part of the callbacks list that is loaded, in its order. */
export type CallbackFeed = ListQuery & {
  readonly rows: readonly CallbackRow[]
  /** All callbacks in the store, shown or hidden. */
  readonly total: number
  readonly hasMore: boolean
  /** Tells the answer to the latest load from answers to earlier ones. */
  readonly loadId: number
  /** Another one for rows under another filter or in another order. */
  readonly listId: number
  readonly progress: 'first-page' | 'next-page' | 'idle'
  /** The rows are those of an earlier filter or order, until the first page is here. */
  readonly isStale: boolean
  readonly error: WireError | null
  /** What arrived while a page was on its way: applied behind it, because the page may be older. */
  readonly arrivedMeanwhile: readonly Arrived[]
}

type Arrived = { readonly row: CallbackRow; readonly isShown: boolean }
type Page = { readonly rows: readonly CallbackRow[]; readonly hasMore: boolean }

export type FeedAction =
  | ({ readonly kind: 'load' } & ListQuery)
  | { readonly kind: 'load-more' }
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
      return { ...feed, progress: 'next-page', error: null, loadId: feed.loadId + 1, arrivedMeanwhile: [] }
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
export function newestRow({ order, rows, hasMore, isStale }: CallbackFeed): CallbackRow | null {
  if (isStale) return null
  if (order === 'newest') return rows[0] ?? null
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
  const before = feed.progress === 'next-page' ? feed.rows : []
  const loaded: CallbackFeed = {
    ...feed,
    rows: merged(before, page.rows, feed.order),
    hasMore: page.hasMore,
    listId: feed.isStale ? feed.listId + 1 : feed.listId,
    progress: 'idle',
    isStale: false,
    error: null,
    arrivedMeanwhile: [],
  }
  return withArrivals(loaded, feed.arrivedMeanwhile)
}

function withError(feed: CallbackFeed, error: WireError): CallbackFeed {
  const { isStale, rows } = feed
  return {
    ...feed,
    rows: isStale ? [] : rows,
    progress: 'idle',
    isStale: false,
    error,
    arrivedMeanwhile: [],
  }
}

/** A page that is on its way may still have them: it is asked for anew. */
function without(feed: CallbackFeed, gone: ReadonlySet<number>): CallbackFeed {
  const rows = feed.rows.filter(({ seq }) => !gone.has(seq))
  const arrivedMeanwhile = feed.arrivedMeanwhile.filter(({ row }) => !gone.has(row.seq))
  const loadId = feed.progress === 'idle' ? feed.loadId : feed.loadId + 1
  return { ...feed, rows: rows.length === feed.rows.length ? feed.rows : rows, arrivedMeanwhile, loadId }
}

function judged({ rows, shown }: Extract<FeedAction, { kind: 'arrived' }>): readonly Arrived[] {
  return rows.map((row) => ({ row, isShown: shown === null || shown.has(row.seq) }))
}

function withArrivals(feed: CallbackFeed, arrived: readonly Arrived[]): CallbackFeed {
  if (arrived.length === 0) return feed
  const arrivedMeanwhile = feed.progress === 'idle' ? [] : [...feed.arrivedMeanwhile, ...arrived]
  if (feed.isStale) return { ...feed, arrivedMeanwhile }
  const { order, hasMore } = feed
  const last = feed.rows.at(-1)?.seq
  const isInReach = ({ seq }: CallbackRow) =>
    !hasMore || last === undefined || (order === 'newest' ? seq >= last : seq <= last)
  const shown = arrived.flatMap(({ row, isShown }) => (isShown && isInReach(row) ? [row] : []))
  const hidden = new Set(arrived.flatMap(({ row, isShown }) => (isShown ? [] : [row.seq])))
  const kept = hidden.size === 0 ? feed.rows : feed.rows.filter((row) => !hidden.has(row.seq))
  return { ...feed, rows: merged(kept, shown, order), arrivedMeanwhile }
}

/** Both lists as one, in order; where both hold a row, the second list's is the later one. */
function merged(
  rows: readonly CallbackRow[],
  changes: readonly CallbackRow[],
  order: ListOrder,
): readonly CallbackRow[] {
  if (changes.length === 0) return rows
  const inOrder = (a: CallbackRow, b: CallbackRow) => (order === 'newest' ? b.seq - a.seq : a.seq - b.seq)
  const changed = new Map(changes.map((row) => [row.seq, row]))
  const kept = rows.map((row) => {
    const change = changed.get(row.seq)
    changed.delete(row.seq)
    return change ?? row
  })
  if (changed.size === 0) return kept
  const added = [...changed.values()].sort(inOrder)
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || added.every((row) => inOrder(row, first) < 0)) return [...added, ...kept]
  if (last !== undefined && added.every((row) => inOrder(last, row) < 0)) return [...kept, ...added]
  return [...kept, ...added].sort(inOrder)
}
