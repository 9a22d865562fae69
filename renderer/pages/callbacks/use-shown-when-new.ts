import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** Scrolls an element into view whenever what it shows (`content` tells one from another) is new. */
export function useShownWhenNew(content: string, isNew: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const show = useEffectEvent((_content: string) => {
    if (isNew) element.current?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => show(content), [content])
  return element
}
