import { useCallback, useMemo, useState } from 'react'
import { everything } from '#shared/search/filter-text.ts'
import { readableFilter } from './readable-filter.ts'

const TYPING_PAUSE_MS = 150

export type ListFilter = {
  /** As it is in the search field, which need not make sense yet. */
  readonly filterText: string
  /** The last text that could be read: what the list shows, or will in a moment. */
  readonly filter: string
  /** How long the list waits before it follows. */
  readonly pauseMs: number
  readonly setFilter: (text: string) => void
  /** The same letter by letter: the list follows when there is a pause. */
  readonly typeFilter: (text: string) => void
}

/** The filter of the list as it is written. While it cannot be read, the last one that could be is in force. */
export function useListFilter(): ListFilter {
  const [state, setState] = useState({ filterText: everything, filter: everything, pauseMs: 0 })
  const change = useCallback((text: string, pauseMs: number) => {
    const readable = readableFilter(text, Date.now())
    setState(({ filter }) => ({ filterText: text, filter: readable ?? filter, pauseMs }))
  }, [])
  const setFilter = useCallback((text: string) => change(text, 0), [change])
  const typeFilter = useCallback((text: string) => change(text, TYPING_PAUSE_MS), [change])
  return useMemo(() => ({ ...state, setFilter, typeFilter }), [state, setFilter, typeFilter])
}
