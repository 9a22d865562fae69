import { useEffectEvent, useLayoutEffect } from 'react'
import { useDesk } from './callbacks-provider.tsx'
import { useFeedStore } from './feed-store.ts'
import { rowIndex } from './row-index.ts'

/** Scrolls once to a callback that was picked outside of the list. Where the list does not have it, nothing moves. */
export function useScrollToSought(show: (index: number) => void): void {
  const { sought, endSeek } = useDesk()
  const { now } = useFeedStore()
  const onSought = useEffectEvent((seq: number) => {
    const index = rowIndex(now().rows, seq)
    if (index !== -1) show(index)
    endSeek()
  })
  useLayoutEffect(() => {
    if (sought !== null) onSought(sought)
  }, [sought])
}
