import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ReplayResult, ReplayResultFilter, ReplayRun } from '#shared/replay.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { askAnew } from '../../../state/ask-anew.ts'
import { explanationOf } from '../../../state/explanation-of.ts'

const PAGE_RESULTS = 100
const RELOAD_MS = 500
/** While a run goes on, only so much is loaded again and again. */
const PAGES_KEPT_FRESH = 3

export type RunResults = {
  /** In the order of the run; null while the first are being loaded. */
  readonly results: readonly ReplayResult[] | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly reload: () => void
  readonly error: WireError | null
}

/** The results of a run, page by page, and anew as long as it goes on. */
export function useRunResults(run: ReplayRun, filter: ReplayResultFilter): RunResults {
  const { replayResults } = useWorkbench()
  const isRunning = run.state === 'running'
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['replay-results', run.id, filter],
    initialPageParam: -1,
    queryFn: ({ pageParam }) =>
      replayResults({ runId: run.id, filter, afterIndex: pageParam, limit: PAGE_RESULTS }),
    getNextPageParam: ({ results }) => (results.length === PAGE_RESULTS ? results.at(-1)?.index : undefined),
    refetchInterval: ({ state }) =>
      isRunning && (state.data?.pages.length ?? 0) <= PAGES_KEPT_FRESH ? RELOAD_MS : false,
  })
  useReloadAtEnd(run.id, isRunning)
  const results = useMemo(() => data?.pages.flatMap((page) => page.results) ?? null, [data])
  return {
    results,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    reload: () => void refetch(),
    error: error === null ? null : explanationOf(error),
  }
}

/** What was loaded while a run went on is not all there is. */
function useReloadAtEnd(runId: string, isRunning: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isRunning) return
    return () => askAnew(queries, { queryKey: ['replay-results', runId] })
  }, [queries, runId, isRunning])
}
