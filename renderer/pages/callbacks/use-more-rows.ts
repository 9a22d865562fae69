import { useEffect } from 'react'
import { useCallbackList } from './callbacks-provider.tsx'
import { useFeed } from './feed-store.ts'
import { LOAD_AHEAD_ROWS } from './row-window.ts'

/** Loads the rows behind those that are held, or before them, when these are nearly the last that are drawn. */
export function useMoreRows(from: number, to: number): void {
  const { loadMore, loadPrevious } = useCallbackList()
  const isReady = useFeed(({ progress, error }) => progress === 'idle' && error === null)
  const wantsMore = useFeed(({ hasMore, rows }) => hasMore && to >= rows.length - LOAD_AHEAD_ROWS)
  const wantsPrevious = useFeed(({ before }) => before !== null && from <= LOAD_AHEAD_ROWS)
  useEffect(() => {
    if (isReady && wantsMore) loadMore()
  }, [isReady, wantsMore, loadMore])
  useEffect(() => {
    if (isReady && wantsPrevious && !wantsMore) loadPrevious()
  }, [isReady, wantsPrevious, wantsMore, loadPrevious])
}
