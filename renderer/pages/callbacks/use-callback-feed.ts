import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import type { WireError } from '#shared/rpc.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { createSeenValues, type SeenValues } from '../../filter/seen-values.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useStream } from '../../state/use-stream.ts'
import { createArrivalJudge } from './arrival-judge.ts'
import {
  type CallbackFeed,
  callbackFeed,
  emptyFeed,
  type FeedAction,
  type ListOrder,
} from './callback-feed.ts'
import { useFrameBatch } from './use-frame-batch.ts'
import { type ListFilter, useListFilter } from './use-list-filter.ts'

const PAGE_ROWS = 200

export type CallbackList = ListFilter & {
  readonly feed: CallbackFeed
  /** What the rows are found by, to mark it in them. */
  readonly query: SearchQuery
  readonly setOrder: (order: ListOrder) => void
  readonly loadMore: () => void
  readonly reload: () => void
  /** What the rows shown so far had in them. */
  readonly seenValues: () => SeenValues
  /** What ended the updates for good, if anything did. */
  readonly streamError: WireError | null
}

/** The callbacks list: loaded page by page, kept up to date by the event stream. */
export function useCallbackFeed(): CallbackList {
  const [feed, dispatch] = useReducer(callbackFeed, emptyFeed)
  const [order, setOrder] = useState<ListOrder>('newest')
  const listFilter = useListFilter()
  const { filter, pauseMs } = listFilter
  const connection = useConnection().state

  const streamError = useArrivals(feed, dispatch)
  useLoading(feed, dispatch)

  const isBehind = filter !== feed.filter || order !== feed.order
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(() => dispatch({ kind: 'load', filter, order }), pauseMs)
    return () => clearTimeout(timer)
  }, [filter, order, isBehind, pauseMs])

  const isCutOff = feed.error?.code === 'CONNECTION_LOST'
  useEffect(() => {
    if (connection === 'connected' && isCutOff) dispatch({ kind: 'load', filter, order })
  }, [connection, isCutOff, filter, order])

  const [seen] = useState(createSeenValues)
  useEffect(() => seen.see(feed.rows), [seen, feed.rows])

  const query = useMemo(() => queryOf(feed.filter), [feed.filter])
  return useMemo(
    () => ({
      ...listFilter,
      ...{ feed, query, setOrder, streamError, seenValues: seen.now },
      loadMore: () => dispatch({ kind: 'load-more' }),
      reload: () => dispatch({ kind: 'load', filter, order }),
    }),
    [feed, query, listFilter, filter, order, streamError, seen],
  )
}

function queryOf(filter: string): SearchQuery {
  const read = parseQuery(filter, Date.now())
  return read.ok ? read.query : []
}

/** What one event tells of. */
type Arrivals = { readonly rows: readonly CallbackRow[]; readonly total: number }

/** Takes what the services tell of new and changed rows. Returns what ended that for good, if anything did. */
function useArrivals(feed: CallbackFeed, dispatch: (action: FeedAction) => void): WireError | null {
  const workbench = useWorkbench()
  const queries = useQueryClient()
  const shown = useRef(feed)
  useEffect(() => {
    shown.current = feed
  }, [feed])
  const reload = useCallback(() => {
    const { filter, order } = shown.current
    dispatch({ kind: 'load', filter, order })
  }, [dispatch])
  const judge = useMemo(
    () =>
      createArrivalJudge({
        filter: () => shown.current.filter,
        match: workbench.matchingCallbacks,
        tell: (judged) => dispatch({ kind: 'arrived', ...judged }),
        // The first page has what could not be judged, or says what is wrong.
        fail: reload,
      }),
    [workbench, dispatch, reload],
  )
  const arrived = useFrameBatch((batches: readonly Arrivals[]) => {
    const rows = batches.flatMap((batch) => batch.rows)
    const total = batches.at(-1)?.total
    if (total !== undefined) dispatch({ kind: 'counted', total })
    judge.add(rows)
    void queries.invalidateQueries({ predicate: tellsOf(rows) })
  })
  return useStream(
    (signal) => workbench.callbackEvents({}, { signal }),
    (event) => {
      if (event.kind === 'reset') return reload()
      if (event.kind === 'rows') return arrived([event])
      dispatch({ kind: 'counted', total: event.total })
      dispatch({ kind: 'gone', seqs: event.seqs })
    },
  )
}

const ABOUT_A_CALLBACK: ReadonlySet<unknown> = new Set(['callback', 'target-deliveries', 'callback-note'])

/** Whether an answer that is shown is about one of these rows. Looked for once, however many rows there are. */
function tellsOf(rows: readonly CallbackRow[]) {
  const seqs = new Set<unknown>(rows.map(({ seq }) => seq))
  const messages = new Set<unknown>(rows.flatMap((row) => (row.kind === 'status' ? [row.messageUuid] : [])))
  return ({ queryKey: [name, id] }: { readonly queryKey: readonly unknown[] }): boolean => {
    if (name === 'message-statuses') return messages.has(id)
    return name === 'exchange' || (ABOUT_A_CALLBACK.has(name) && seqs.has(id))
  }
}

/** Loads the page that is asked for. */
function useLoading(feed: CallbackFeed, dispatch: (action: FeedAction) => void): void {
  const workbench = useWorkbench()
  const load = useEffectEvent(async () => {
    const { loadId, filter, order } = feed
    const behindSeq = feed.progress === 'next-page' ? (feed.rows.at(-1)?.seq ?? null) : null
    try {
      const page = await workbench.callbackPage({ filter, order, behindSeq, limit: PAGE_ROWS })
      const hasMore = page.rows.length === PAGE_ROWS
      dispatch({ kind: 'loaded', loadId, page: { rows: page.rows, hasMore } })
      dispatch({ kind: 'counted', total: page.total })
    } catch (reason) {
      dispatch({ kind: 'failed', loadId, error: explanationOf(reason) })
    }
  })
  useEffect(() => {
    if (feed.loadId > 0) void load()
  }, [feed.loadId])
}
