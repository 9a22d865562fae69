import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

/** Collects items and hands them over at most once in `paceMs`: the first at once, what follows together. */
export function usePaced<T>(
  paceMs: number,
  onItems: (items: readonly T[]) => void,
): (items: readonly T[]) => void {
  const waiting = useRef<T[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const deliver = useEffectEvent(() => onItems(waiting.current.splice(0)))
  const collect = useRef((items: readonly T[]) => {
    waiting.current.push(...items)
  })
  useEffect(() => {
    const pass = () => {
      if (waiting.current.length === 0) {
        timer.current = null
        return
      }
      deliver()
      timer.current = setTimeout(pass, paceMs)
    }
    collect.current = (items) => {
      waiting.current.push(...items)
      timer.current ??= setTimeout(pass, 0)
    }
    if (waiting.current.length > 0) collect.current([])
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [paceMs])
  return useCallback((items: readonly T[]) => collect.current(items), [])
}
