import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { CallbackFeed } from './callback-feed.ts'
import { ROW_HEIGHT } from './callback-list-row.tsx'

type Input = {
  readonly box: RefObject<HTMLDivElement | null>
  readonly feed: CallbackFeed
  readonly isPinned: boolean
}

/**
 * Keeps what is in view where it is when rows arrive above it: always when scrolled, and also at the top while a row
 * is pinned. Counts the rows that have arrived out of view.
 */
export function useHeldScroll({ box, feed, isPinned }: Input) {
  const [unseen, setUnseen] = useState(0)
  const before = useRef({ topSeq: feed.rows[0]?.seq ?? null, listId: feed.listId })
  const { rows, listId } = feed

  useLayoutEffect(() => {
    const { topSeq, listId: earlierList } = before.current
    before.current = { topSeq: rows[0]?.seq ?? null, listId }
    const element = box.current
    if (element === null) return
    if (earlierList !== listId) {
      element.scrollTop = 0
      setUnseen(0)
      return
    }
    const added = topSeq === null ? 0 : rows.findIndex((row) => row.seq <= topSeq)
    if (added <= 0 || (element.scrollTop === 0 && !isPinned)) return
    element.scrollTop += added * ROW_HEIGHT
    // Where everything fits there is nothing to scroll, and nothing is out of view.
    if (element.scrollTop > 0) setUnseen((count) => count + added)
  }, [rows, listId, box, isPinned])

  return {
    unseen,
    onScroll: () => {
      const top = box.current?.scrollTop ?? 0
      setUnseen((count) => Math.min(count, Math.ceil(top / ROW_HEIGHT)))
    },
    toTop: () => {
      if (box.current !== null) box.current.scrollTop = 0
      setUnseen(0)
    },
  }
}
