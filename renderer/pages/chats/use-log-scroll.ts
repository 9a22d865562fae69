import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How far from the end still counts as being there: less than a line. */
const NEAR_END_PX = 12
/** This far before either end the next part is wanted. */
const AHEAD_PX = 400

type Boxes = {
  readonly box: RefObject<HTMLElement | null>
  /** Its children that carry a `data-key` are messages. */
  readonly content: RefObject<HTMLElement | null>
}

type Deps = Boxes & {
  /** The messages, to know when they change. */
  readonly items: readonly unknown[]
  /** Whether the end of the conversation is loaded. */
  readonly isEndLoaded: boolean
  /** True while its end is what is looked at. */
  readonly isAtEnd: RefObject<boolean>
  readonly onNearStart: () => void
  readonly onNearEnd: () => void
}

type Anchor = { readonly key: string; readonly topPx: number }

/** Keeps the end in view while the person is there; else keeps what they look at where it is. */
export function useLogScroll(deps: Deps) {
  const { box, content, items, isEndLoaded, isAtEnd, onNearStart, onNearEnd } = deps
  const anchor = useRef<Anchor | null>(null)
  const [isAway, setIsAway] = useState(false)

  const settle = useCallback(() => {
    if (box.current === null) return
    if (isAtEnd.current) box.current.scrollTop = box.current.scrollHeight
    else if (anchor.current !== null) restore(box.current, content.current, anchor.current)
  }, [box, content, isAtEnd])

  const look = useCallback(() => {
    if (box.current === null) return
    const { scrollTop, scrollHeight, clientHeight } = box.current
    const leftPx = scrollHeight - scrollTop - clientHeight
    isAtEnd.current = isEndLoaded && leftPx <= NEAR_END_PX
    anchor.current = firstInView(box.current, content.current)
    setIsAway(!isAtEnd.current)
    if (scrollTop < AHEAD_PX) onNearStart()
    if (leftPx < AHEAD_PX) onNearEnd()
  }, [box, content, isAtEnd, isEndLoaded, onNearStart, onNearEnd])

  // biome's rule reads what is used, not what it is used for: a change of the messages is what moves things.
  const count = items.length
  const first = items[0]
  useLayoutEffect(() => {
    if (count === 0 || first === undefined) return
    settle()
    look()
  }, [count, first, settle, look])
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
        elementOf(content.current, key)?.scrollIntoView({ block: 'center' })
        look()
      },
      [content, isAtEnd, look],
    ),
  }
}

function elementOf(content: HTMLElement | null, key: string): HTMLElement | null {
  return content?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null
}

function firstInView(box: HTMLElement, content: HTMLElement | null): Anchor | null {
  const topPx = box.getBoundingClientRect().top
  for (const element of content?.querySelectorAll<HTMLElement>('[data-key]') ?? []) {
    const { top, bottom } = element.getBoundingClientRect()
    const key = element.dataset.key
    if (bottom > topPx && key !== undefined) return { key, topPx: top - topPx }
  }
  return null
}

function restore(box: HTMLElement, content: HTMLElement | null, { key, topPx }: Anchor): void {
  const element = elementOf(content, key)
  if (element === null) return
  const movedPx = element.getBoundingClientRect().top - box.getBoundingClientRect().top - topPx
  if (Math.abs(movedPx) >= 1) box.scrollTop += movedPx
}
