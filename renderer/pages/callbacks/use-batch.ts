import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

/** For each item the page gets this long to itself afterwards: a few are shown at once, a flood in batches. */
const REST_PER_ITEM_MS = 4
const LEAST_REST_MS = 16
/** As often as this a flood is shown; the frames between belong to scrolling and typing. */
const MOST_REST_MS = 100

/** Collects items and hands them over: the first at once, and then the later the more there are of them. */
export function useBatch<T>(onBatch: (items: readonly T[]) => void): (items: readonly T[]) => void {
  const waiting = useRef<T[]>([])
  const deliver = useEffectEvent((items: readonly T[]) => onBatch(items))
  const collect = useRef((items: readonly T[]) => {
    waiting.current.push(...items)
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const rested = () => {
      timer = null
      const items = waiting.current.splice(0)
      if (items.length === 0) return
      deliver(items)
      const restMs = Math.max(LEAST_REST_MS, items.length * REST_PER_ITEM_MS)
      timer = setTimeout(rested, Math.min(restMs, MOST_REST_MS))
    }
    collect.current = (items) => {
      waiting.current.push(...items)
      if (timer === null) rested()
    }
    collect.current([])
    return () => {
      if (timer !== null) clearTimeout(timer)
    }
  }, [])
  return useCallback((items: readonly T[]) => collect.current(items), [])
}
