import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { WireError } from '#shared/rpc.ts'
import type { Timeline } from '#shared/timeline/timeline.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import type { CallbackFeed } from '../callback-feed.ts'

/** As often as this the counts follow what arrives. */
const FOLLOW_MS = 1_000

type TimelineAnswer = {
  /** Null until the first answer. */
  readonly timeline: Timeline | null
  readonly error: WireError | null
  readonly reload: () => void
}

/** Callbacks by time under the list's filter; asked again, once a second at most, as the list changes. */
export function useTimeline(feed: CallbackFeed, buckets: number, isShown: boolean): TimelineAnswer {
  const { timeline } = useWorkbench()
  const { filter, rows, total } = feed
  const { data, error, refetch } = useQuery({
    queryKey: ['timeline', filter, buckets],
    queryFn: () => timeline({ filter, fromMs: null, toMs: null, buckets }),
    enabled: isShown && buckets > 0,
    placeholderData: keepPreviousData,
  })

  const asked = useRef({ rows, total, atMs: 0 })
  useEffect(() => {
    const isSame = asked.current.rows === rows && asked.current.total === total
    if (isSame || !isShown || buckets === 0) return
    const ask = () => {
      asked.current = { rows, total, atMs: Date.now() }
      void refetch()
    }
    const timer = setTimeout(ask, Math.max(0, asked.current.atMs + FOLLOW_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [rows, total, isShown, buckets, refetch])

  return {
    timeline: data ?? null,
    error: error === null ? null : explanationOf(error),
    reload: () => void refetch(),
  }
}
