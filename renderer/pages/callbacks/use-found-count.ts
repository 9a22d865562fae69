import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import { everything } from '#shared/search/filter-text.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import { foundWords } from './found-words.ts'

const LOOK_AGAIN_MS = 1_000

/** How many callbacks the filter shows: `1,204 found`; null where there is no filter, or it is not known yet. */
export function useFoundCount(): string | null {
  const { feed } = useCallbackList()
  const { countCallbacks } = useWorkbench()
  const { filter, rows, hasMore, progress, isStale } = feed
  const isAllLoaded = !hasMore && progress === 'idle' && !isStale
  const isAsked = filter !== everything && hasMore
  const { data, refetch } = useQuery({
    queryKey: ['count-callbacks', filter],
    queryFn: () => countCallbacks({ filter }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  useAfterChange(isAsked ? rows : null, refetch)
  if (filter === everything) return null
  if (isAllLoaded) return foundWords({ count: rows.length, isExact: true })
  return data === undefined || !isAsked ? null : foundWords(data.found)
}

type Looked = {
  readonly rows: readonly CallbackRow[] | null
  readonly timer: ReturnType<typeof setTimeout> | null
}

/** Looks again a moment after the rows have changed, however often they do. */
function useAfterChange(rows: readonly CallbackRow[] | null, look: () => unknown): void {
  const looked = useRef<Looked>({ rows, timer: null })
  const lookNow = useEffectEvent(() => {
    looked.current = { rows, timer: null }
    if (rows !== null) look()
  })
  useEffect(() => {
    if (rows === null || rows === looked.current.rows) return
    const timer = looked.current.timer ?? setTimeout(() => lookNow(), LOOK_AGAIN_MS)
    looked.current = { ...looked.current, timer }
  }, [rows])
  useEffect(
    () => () => {
      const { timer } = looked.current
      if (timer !== null) clearTimeout(timer)
      looked.current = { ...looked.current, timer: null }
    },
    [],
  )
}
