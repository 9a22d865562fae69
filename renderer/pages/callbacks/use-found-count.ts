import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { everything } from '#shared/search/filter-text.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useFeed } from './feed-store.ts'
import { foundWords } from './found-words.ts'
import { useAfterChange } from './use-after-change.ts'

/** How many callbacks the filter shows: `1,204 found`; null where there is no filter, or it is not known yet. */
export function useFoundCount(): string | null {
  const { countCallbacks } = useWorkbench()
  const filter = useFeed((feed) => feed.filter)
  const isPart = useFeed(({ before, hasMore }) => before !== null || hasMore)
  const isAllLoaded = useFeed(({ progress, isStale }) => progress === 'idle' && !isStale) && !isPart
  const loaded = useFeed((feed) => (feed.filter === everything ? 0 : feed.rows.length))
  const isAsked = filter !== everything && isPart
  const { data, refetch } = useQuery({
    queryKey: ['count-callbacks', filter],
    queryFn: () => countCallbacks({ filter }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  useAfterChange(isAsked, refetch)
  if (filter === everything) return null
  if (isAllLoaded) return foundWords({ count: loaded, isExact: true })
  return data === undefined || !isAsked ? null : foundWords(data.found)
}
