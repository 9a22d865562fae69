import { type RefObject, useCallback, useLayoutEffect, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import { ROW_HEIGHT } from './callback-list-row.tsx'
import { useFeed, useFeedStore } from './feed-store.ts'
import { drawnRows, type ListInView, type ListView, listView, listViewOf } from './list-view.ts'

type Input = { readonly box: RefObject<HTMLDivElement | null>; readonly isPinned: boolean }

/** The rows of the list that are drawn, and where it is scrolled to. */
export function useListView({ box, isPinned }: Input) {
  const { rowsAbove } = useFeedStore()
  const list = useListInView()
  const [view, dispatch] = useReducer(listView, listViewOf(list, rowsAbove.current))
  // Before anything is drawn: the rows that stay in view must not be drawn twice.
  if (isOther(view.list, list)) dispatch({ kind: 'listed', list, isPinned })

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    element.scrollTop = rowsAbove.current * ROW_HEIGHT
    rowsAbove.current = element.scrollTop / ROW_HEIGHT
    dispatch({ kind: 'scrolled', above: rowsAbove.current })
    const measure = () => dispatch({ kind: 'sized', fitting: element.clientHeight / ROW_HEIGHT })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, rowsAbove])

  usePlace(box, view)
  const drawn = view.list

  return {
    rows: drawn.rows,
    countBefore: drawn.before?.count ?? 0,
    hasMore: drawn.hasMore,
    unseen: view.unseen,
    ...drawnRows(view),
    onScroll: () => {
      rowsAbove.current = (box.current?.scrollTop ?? 0) / ROW_HEIGHT
      const action = { kind: 'scrolled', above: rowsAbove.current } as const
      // With this frame: a hand that scrolls fast must not see where rows are missing.
      if (listView(view, action) !== view) flushSync(() => dispatch(action))
    },
    toTop: useCallback(() => {
      if (box.current !== null) box.current.scrollTop = 0
      dispatch({ kind: 'to-top' })
    }, [box]),
    show: (index: number) => {
      if (box.current !== null) showRow(box.current, index)
    },
  }
}

/** Moves the box with the rows in view, and to the top of another list. */
function usePlace(box: RefObject<HTMLDivElement | null>, { moved, list: { listId } }: ListView): void {
  const { rowsAbove } = useFeedStore()
  const placed = useRef({ moved, listId })
  useLayoutEffect(() => {
    const element = box.current
    const earlier = placed.current
    placed.current = { moved, listId }
    if (element === null) return
    if (listId !== earlier.listId) element.scrollTop = 0
    else if (moved !== earlier.moved) scrollBy(element, moved - earlier.moved, rowsAbove.current)
    else return
    rowsAbove.current = element.scrollTop / ROW_HEIGHT
  }, [box, moved, listId, rowsAbove])
}

function useListInView(): ListInView {
  const rows = useFeed((feed) => feed.rows)
  const before = useFeed((feed) => feed.before)
  const hasMore = useFeed((feed) => feed.hasMore)
  const order = useFeed((feed) => feed.order)
  const listId = useFeed((feed) => feed.listId)
  return { rows, before, hasMore, order, listId }
}

function isOther(one: ListInView, other: ListInView): boolean {
  return (
    one.rows !== other.rows ||
    one.before !== other.before ||
    one.hasMore !== other.hasMore ||
    one.order !== other.order ||
    one.listId !== other.listId
  )
}

/** Where rows were taken away, the box may have moved up by itself. */
function scrollBy(element: HTMLElement, rows: number, rowsAbove: number): void {
  if (rows > 0) element.scrollTop += rows * ROW_HEIGHT
  else element.scrollTop = Math.min(element.scrollTop, (rowsAbove + rows) * ROW_HEIGHT)
}

function showRow(element: HTMLElement, index: number): void {
  const top = index * ROW_HEIGHT
  const lowest = top + ROW_HEIGHT - element.clientHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (lowest > element.scrollTop) element.scrollTop = lowest
}
