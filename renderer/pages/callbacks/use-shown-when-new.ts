import { type RefObject, useEffect, useRef } from 'react'

/** Scrolls an element into view when it begins to show something else; not when it is shown for the first time. */
export function useShownWhenNew(id: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const shownId = useRef(id)
  useEffect(() => {
    if (shownId.current === id) return
    shownId.current = id
    element.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  return element
}
