import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useReducer, useState } from 'react'
import type { CallbackFilter, CallbackRow } from '#shared/callback.ts'
import { everything } from '#shared/messenger/matches-filter.ts'
import type { WireError } from '#shared/rpc.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useStream } from '../../state/use-stream.ts'
import { type CallbackFeed, callbackFeed, emptyFeed, type FeedAction } from './callback-feed.ts'
import { useFrameBatch } from './use-frame-batch.ts'

const PAGE_ROWS = 200
const TYPING_PAUSE_MS = 150

export type CallbackList = {
  readonly feed: CallbackFeed
  /** The filter as chosen; the feed's own follows when the person pauses typing. */
  readonly filter: CallbackFilter
  readonly setFilter: (filter: CallbackFilter) => void
  readonly loadOlder: () => void
  readonly reload: () => void
  /** What ended the updates for good, if anything did. */
  readonly streamError: WireError | null
}

/** The callbacks list: loaded page by page, kept up to date by the event stream. */
export function useCallbackFeed(): CallbackList {
  const workbench = useWorkbench()
  const queries = useQueryClient()
  const [feed, dispatch] = useReducer(callbackFeed, emptyFeed)
  const [filter, setFilter] = useState(everything)
  const connection = useConnection().state

  const arrived = useFrameBatch((rows: readonly CallbackRow[]) => {
    dispatch({ kind: 'arrived', rows })
    for (const { seq, kind, messageUuid } of rows) {
      void queries.invalidateQueries({ queryKey: ['callback', seq] })
      void queries.invalidateQueries({ queryKey: ['target-deliveries', seq] })
      if (kind === 'status') void queries.invalidateQueries({ queryKey: ['message-statuses', messageUuid] })
    }
  })
  const streamError = useStream(
    (signal) => workbench.callbackEvents({}, { signal }),
    (event) => {
      if (event.kind === 'reset') return dispatch({ kind: 'load', filter: feed.filter })
      dispatch({ kind: 'counted', total: event.total })
      arrived(event.rows)
    },
  )

  const load = useEffectEvent(async () => {
    const { loadId } = feed
    const beforeSeq = feed.progress === 'older-page' ? (feed.rows.at(-1)?.seq ?? null) : null
    try {
      const page = await workbench.callbackPage({ filter: feed.filter, beforeSeq, limit: PAGE_ROWS })
      dispatch({
        kind: 'loaded',
        loadId,
        page: { rows: page.rows, hasOlder: page.rows.length === PAGE_ROWS },
      })
      dispatch({ kind: 'counted', total: page.total })
    } catch (reason) {
      dispatch({ kind: 'failed', loadId, error: explanationOf(reason) })
    }
  })
  useEffect(() => {
    if (feed.loadId > 0) void load()
  }, [feed.loadId])

  useFilterAfterPause(filter, feed.filter, dispatch)

  const isCutOff = feed.error?.code === 'CONNECTION_LOST'
  useEffect(() => {
    if (connection === 'connected' && isCutOff) dispatch({ kind: 'load', filter })
  }, [connection, isCutOff, filter])

  return useMemo(
    () => ({
      feed,
      filter,
      setFilter,
      loadOlder: () => dispatch({ kind: 'load-older' }),
      reload: () => dispatch({ kind: 'load', filter }),
      streamError,
    }),
    [feed, filter, streamError],
  )
}

/** Loads under the chosen filter: at once for a chip, after a pause for typing. */
function useFilterAfterPause(
  filter: CallbackFilter,
  loaded: CallbackFilter,
  dispatch: (action: FeedAction) => void,
): void {
  const isBehind = filter !== loaded
  const pauseMs = filter.text === loaded.text ? 0 : TYPING_PAUSE_MS
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(() => dispatch({ kind: 'load', filter }), pauseMs)
    return () => clearTimeout(timer)
  }, [filter, isBehind, pauseMs, dispatch])
}
