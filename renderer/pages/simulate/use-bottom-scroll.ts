import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How far from the end still counts as being there: less than a line. */
const NEAR_PX = 12

type Boxes = {
  readonly box: RefObject<HTMLElement | null>
  readonly content: RefObject<HTMLElement | null>
}

/** Keeps the end of what grows in view for as long as the person is there, and never moves it otherwise. */
export function useBottomScroll({ box, content }: Boxes) {
  const isAtEnd = useRef(true)
  const lastTop = useRef(0)
  const [isAway, setIsAway] = useState(false)

  const settle = useCallback(() => {
    if (box.current === null || !isAtEnd.current) return
    box.current.scrollTop = box.current.scrollHeight
    lastTop.current = box.current.scrollTop
  }, [box])
  useLayoutEffect(settle, [settle])
  useEffect(() => {
    const observer = new ResizeObserver(settle)
    for (const element of [box.current, content.current]) if (element !== null) observer.observe(element)
    return () => observer.disconnect()
  }, [box, content, settle])

  return {
    isAway,
    onScroll: () => {
      if (box.current === null) return
      const { scrollTop, scrollHeight, clientHeight } = box.current
      const isNear = scrollHeight - scrollTop - clientHeight <= NEAR_PX
      // More may have come below before the event of an earlier scroll is here: only who goes back leaves the end.
      const isBack = scrollTop < lastTop.current
      lastTop.current = scrollTop
      isAtEnd.current = isNear || (isAtEnd.current && !isBack)
      setIsAway(!isAtEnd.current)
    },
    toEnd: () => {
      isAtEnd.current = true
      settle()
    },
  }
}
