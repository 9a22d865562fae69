import { everything } from '#shared/search/filter-text.ts'
import type { CallbackFeed } from './callback-feed.ts'
import { rowIndex } from './row-index.ts'
import type { ListOrder } from './row-window.ts'

type Shown = Pick<CallbackFeed, 'filter' | 'order' | 'rows' | 'before' | 'hasMore' | 'isStale' | 'progress'>

/** Whether the filter is what keeps a callback out of the list; not where its place in the list is not loaded. */
export function isHiddenByFilter(feed: Shown, seq: number): boolean {
  const { filter, order, rows, before, hasMore, isStale, progress } = feed
  if (filter === everything || isStale || progress === 'first-page') return false
  if (rowIndex(rows, seq) !== -1) return false
  const [first, last] = [rows[0], rows.at(-1)]
  const isBehindFirst = before === null || (first !== undefined && isInOrder(first.seq, seq, order))
  const isBeforeLast = !hasMore || (last !== undefined && isInOrder(seq, last.seq, order))
  return isBehindFirst && isBeforeLast
}

function isInOrder(seq: number, next: number, order: ListOrder): boolean {
  return order === 'newest' ? seq > next : seq < next
}
