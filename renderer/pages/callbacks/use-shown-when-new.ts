import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** Scrolls an element into view when it begins to show something new. */
export function useShownWhenNew(id: string, isNew: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const show = useEffectEvent((_id: string) => {
    if (isNew) element.current?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => show(id), [id])
  return element
}
