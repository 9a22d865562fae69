import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How far from the end still counts as being there: less than a line. */
const NEAR_PX = 12

type Boxes = {
  readonly box: RefObject<HTMLElement | null>
  readonly content: RefObject<HTMLElement | null>
}

/** Keeps the end of what grows in view for as long as the person is there, and never moves it otherwise. */
export function useBottomScroll({ box, content }: Boxes) {
  const isAtEnd = useRef(true)
  const [isAway, setIsAway] = useState(false)

  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [box])
  useEffect(() => {
    const follow = () => {
      if (isAtEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight
    }
    const observer = new ResizeObserver(follow)
    for (const element of [box.current, content.current]) if (element !== null) observer.observe(element)
    return () => observer.disconnect()
  }, [box, content])

  return {
    isAway,
    onScroll: () => {
      if (box.current === null) return
      const { scrollTop, scrollHeight, clientHeight } = box.current
      isAtEnd.current = scrollHeight - scrollTop - clientHeight <= NEAR_PX
      setIsAway(!isAtEnd.current)
    },
    toEnd: () => {
      isAtEnd.current = true
      if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
    },
  }
}
