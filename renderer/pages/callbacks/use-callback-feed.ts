import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import type { WireError } from '#shared/rpc.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { createSeenValues, type SeenValues } from '../../filter/seen-values.ts'
import { askAnew } from '../../state/ask-anew.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { usePaced } from '../../state/use-paced.ts'
import { useStream } from '../../state/use-stream.ts'
import { createArrivalJudge } from './arrival-judge.ts'
import { type FeedStore, useFeed, useFeedStore } from './feed-store.ts'
import { type ListOrder, LOAD_AHEAD_ROWS } from './row-window.ts'
import { useBatch } from './use-batch.ts'
import { type ListFilter, useListFilter } from './use-list-filter.ts'

const PAGE_ROWS = 200
/** An answer that is asked for anew has this long to come before the next change asks again. */
const ANSWERS_APART_MS = 100

export type CallbackList = ListFilter & {
  /** What the rows are found by, to mark it in them. */
  readonly query: SearchQuery
  readonly setOrder: (order: ListOrder) => void
  readonly loadMore: () => void
  readonly loadPrevious: () => void
  readonly reload: () => void
  /** What the rows shown so far had in them. */
  readonly seenValues: () => SeenValues
  /** What ended the updates for good, if anything did. */
  readonly streamError: WireError | null
}

/** The callbacks list: loaded page by page into the store, kept up to date by the event stream. */
export function useCallbackFeed(): CallbackList {
  const store = useFeedStore()
  const { dispatch } = store
  const [order, setOrder] = useState<ListOrder>('newest')
  const listFilter = useListFilter()
  const { filter, pauseMs } = listFilter
  const connection = useConnection().state
  const shownFilter = useFeed((feed) => feed.filter)

  const streamError = useArrivals(store)
  useLoading(store)

  const isBehind = useFeed((feed) => filter !== feed.filter || order !== feed.order)
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(() => dispatch({ kind: 'load', filter, order }), pauseMs)
    return () => clearTimeout(timer)
  }, [dispatch, filter, order, isBehind, pauseMs])

  const isCutOff = useFeed(({ error }) => error?.code === 'CONNECTION_LOST')
  useEffect(() => {
    if (connection === 'connected' && isCutOff) dispatch({ kind: 'load', filter, order })
  }, [dispatch, connection, isCutOff, filter, order])

  const [seen] = useState(createSeenValues)
  useEffect(() => store.subscribe(() => seen.see(store.now().rows)), [store, seen])

  const query = useMemo(() => queryOf(shownFilter), [shownFilter])
  return useMemo(
    () => ({
      ...listFilter,
      ...{ query, setOrder, streamError, seenValues: seen.now },
      loadMore: () => dispatch({ kind: 'load-more', page: 'next-page' }),
      loadPrevious: () => dispatch({ kind: 'load-more', page: 'previous-page' }),
      reload: () => dispatch({ kind: 'load', filter, order }),
    }),
    [dispatch, query, listFilter, filter, order, streamError, seen],
  )
}

function queryOf(filter: string): SearchQuery {
  const read = parseQuery(filter, Date.now())
  return read.ok ? read.query : []
}

/** A new or changed row, and how many callbacks were stored when it was told of. */
type Arrival = { readonly row: CallbackRow; readonly total: number }

/** Takes what the services tell of new and changed rows. Returns what ended that for good, if anything did. */
function useArrivals(store: FeedStore): WireError | null {
  const { now, dispatch } = store
  const workbench = useWorkbench()
  const queries = useQueryClient()
  const reload = useCallback(() => {
    const { filter, order } = now()
    const isScrolled = rowBeforeView(store) !== undefined
    dispatch(isScrolled ? { kind: 'load-more', page: 'page-in-view' } : { kind: 'load', filter, order })
    askAnew(queries, { queryKey: ['last-inbound'] })
  }, [store, now, dispatch, queries])
  const judge = useMemo(
    () =>
      createArrivalJudge({
        filter: () => now().filter,
        match: workbench.matchingCallbacks,
        tell: (judged) => dispatch({ kind: 'arrived', ...judged }),
        // The first page has what could not be judged, or says what is wrong.
        fail: reload,
      }),
    [workbench, now, dispatch, reload],
  )
  const tell = usePaced(ANSWERS_APART_MS, (rows: readonly CallbackRow[]) =>
    askAnew(queries, { predicate: tellsOf(rows) }),
  )
  const arrived = useBatch((arrivals: readonly Arrival[]) => {
    const rows = arrivals.map(({ row }) => row)
    const total = arrivals.at(-1)?.total
    if (total !== undefined) dispatch({ kind: 'counted', total })
    judge.add(rows)
    tell(rows)
  })
  return useStream(
    (signal) => workbench.callbackEvents({}, { signal }),
    (event) => {
      if (event.kind === 'reset') return reload()
      if (event.kind === 'rows') return arrived(event.rows.map((row) => ({ row, total: event.total })))
      dispatch({ kind: 'counted', total: event.total })
      dispatch({ kind: 'gone', seqs: event.seqs })
      askAnew(queries, { queryKey: ['last-inbound'] })
    },
  )
}

const ABOUT_A_CALLBACK: ReadonlySet<unknown> = new Set(['callback', 'target-deliveries', 'callback-note'])

/** Whether an answer that is shown is about one of these rows. Looked for once, however many rows there are. */
function tellsOf(rows: readonly CallbackRow[]) {
  const seqs = new Set<unknown>(rows.map(({ seq }) => seq))
  const messages = new Set<unknown>(rows.flatMap((row) => (row.kind === 'status' ? [row.messageUuid] : [])))
  const writers = new Set<unknown>(rows.flatMap((row) => (row.kind === 'inbound' ? [row.psid] : [])))
  return ({ queryKey: [name, id] }: { readonly queryKey: readonly unknown[] }): boolean => {
    if (name === 'message-statuses') return messages.has(id)
    if (name === 'last-inbound') return writers.has(id)
    return name === 'exchange' || (ABOUT_A_CALLBACK.has(name) && seqs.has(id))
  }
}

/** A row a little above those in view, from which on the list can be read again; undefined at the top. */
function rowBeforeView({ now, rowsAbove }: FeedStore): CallbackRow | undefined {
  const { rows, isStale } = now()
  if (isStale || rowsAbove.current < 1) return
  return rows[Math.max(0, Math.floor(rowsAbove.current) - 1 - LOAD_AHEAD_ROWS)]
}

/** The row behind which the page begins that is asked for; undefined: the list's first page. */
function rowBeforePage(store: FeedStore): CallbackRow | undefined {
  const { progress, rows } = store.now()
  if (progress === 'next-page') return rows.at(-1)
  if (progress === 'previous-page') return rows[0]
  return progress === 'page-in-view' ? rowBeforeView(store) : undefined
}

/** Loads the page that is asked for. */
function useLoading(store: FeedStore): void {
  const { now, dispatch } = store
  const workbench = useWorkbench()
  const loadId = useFeed((feed) => feed.loadId)
  const load = useEffectEvent(async () => {
    const { loadId: asked, filter, order, progress } = now()
    const isBackwards = progress === 'previous-page'
    try {
      const page = await workbench.callbackPage({
        filter,
        order: isBackwards ? opposite(order) : order,
        behindSeq: rowBeforePage(store)?.seq ?? null,
        limit: PAGE_ROWS,
      })
      const hasMore = page.rows.length === PAGE_ROWS
      const inOrder = isBackwards ? page.rows.toReversed() : page.rows
      dispatch({ kind: 'loaded', loadId: asked, page: { rows: inOrder, hasMore } })
      dispatch({ kind: 'counted', total: page.total })
    } catch (reason) {
      dispatch({ kind: 'failed', loadId: asked, error: explanationOf(reason) })
    }
  })
  useEffect(() => {
    if (loadId > 0) void load()
  }, [loadId])
}

function opposite(order: ListOrder): ListOrder {
  return order === 'newest' ? 'oldest' : 'newest'
}
