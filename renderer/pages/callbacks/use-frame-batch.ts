import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

/** Collects items and hands them over once per animation frame, so a burst costs one render. */
export function useFrameBatch<T>(onBatch: (items: readonly T[]) => void): (items: readonly T[]) => void {
  const waiting = useRef<T[]>([])
  const frame = useRef<number | null>(null)
  const deliver = useEffectEvent(() => {
    frame.current = null
    onBatch(waiting.current.splice(0))
  })
  const collect = useRef((items: readonly T[]) => {
    waiting.current.push(...items)
  })
  useEffect(() => {
    collect.current = (items) => {
      waiting.current.push(...items)
      frame.current ??= requestAnimationFrame(() => deliver())
    }
    return () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current)
      frame.current = null
    }
  }, [])
  return useCallback((items: readonly T[]) => collect.current(items), [])
}
