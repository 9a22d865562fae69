import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { WireError } from '#shared/rpc.ts'
import type { Timeline } from '#shared/timeline/timeline.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useFeed } from '../feed-store.ts'
import { useAfterChange } from '../use-after-change.ts'

type TimelineAnswer = {
  /** Null until the first answer. */
  readonly timeline: Timeline | null
  readonly error: WireError | null
  readonly reload: () => void
}

/** Callbacks by time under the list's filter; asked again as the list changes. */
export function useTimeline(buckets: number, isShown: boolean): TimelineAnswer {
  const { timeline } = useWorkbench()
  const filter = useFeed((feed) => feed.filter)
  const isAsked = isShown && buckets > 0
  const { data, error, refetch } = useQuery({
    queryKey: ['timeline', filter, buckets],
    queryFn: () => timeline({ filter, fromMs: null, toMs: null, buckets }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // What came while it was not shown is counted too.
    refetchOnMount: 'always',
  })

  useAfterChange(isAsked, refetch)

  return {
    timeline: data ?? null,
    error: error === null ? null : explanationOf(error),
    reload: () => void refetch(),
  }
}
