import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How far from the end still counts as being there: less than a line. */
const NEAR_END_PX = 12
/** This far before either end the next part is wanted. */
const AHEAD_PX = 400

type Deps = {
  readonly box: RefObject<HTMLElement | null>
  /** Its children that carry a `data-key` are messages. */
  readonly content: RefObject<HTMLElement | null>
  /** The messages, to know when they change. */
  readonly items: readonly unknown[]
  /** Whether the end of the conversation is loaded. */
  readonly isEndLoaded: boolean
  /** True while its end is what is looked at. */
  readonly isAtEnd: RefObject<boolean>
  readonly onNearStart: () => void
  readonly onNearEnd: () => void
}

/**
 * Keeps the end in view while the person is there. Elsewhere nothing moves: the browser holds what is looked at in its
 * place when messages come before it, except at the very top, which is therefore never rested at.
 */
export function useLogScroll(deps: Deps) {
  const { box, content, items, isEndLoaded, isAtEnd, onNearStart, onNearEnd } = deps
  const [isAway, setIsAway] = useState(false)
  const lastTop = useRef(0)

  const settle = useCallback(() => {
    if (box.current === null || !isAtEnd.current) return
    box.current.scrollTop = box.current.scrollHeight
    lastTop.current = box.current.scrollTop
  }, [box, isAtEnd])

  const look = useCallback(() => {
    if (box.current === null) return
    const { scrollTop, scrollHeight, clientHeight } = box.current
    const leftPx = scrollHeight - scrollTop - clientHeight
    // Nobody goes back by what grows below.
    const isBack = scrollTop < lastTop.current
    lastTop.current = scrollTop
    isAtEnd.current = isEndLoaded && (leftPx <= NEAR_END_PX || (isAtEnd.current && !isBack))
    settle()
    setIsAway(!isAtEnd.current)
    if (scrollTop === 0) box.current.scrollTop = 1
    if (scrollTop < AHEAD_PX) onNearStart()
    if (leftPx < AHEAD_PX) onNearEnd()
  }, [box, isAtEnd, isEndLoaded, onNearStart, onNearEnd, settle])

  const hasItems = items.length > 0
  useLayoutEffect(() => {
    if (!hasItems) return
    settle()
    look()
  }, [hasItems, settle, look])
  useEffect(() => {
    const observer = new ResizeObserver(settle)
    for (const element of [box.current, content.current]) if (element !== null) observer.observe(element)
    return () => observer.disconnect()
  }, [box, content, settle])

  return {
    isAway,
    onScroll: look,
    toEnd: () => {
      isAtEnd.current = true
      settle()
      setIsAway(false)
    },
    /** Brings a message to the middle. */
    show: useCallback(
      (key: string) => {
        isAtEnd.current = false
        content.current
          ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
          ?.scrollIntoView({ block: 'center' })
        look()
      },
      [content, isAtEnd, look],
    ),
  }
}
