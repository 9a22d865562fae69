import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

/** While more keeps coming, the frames between two batches belong to scrolling and typing. */
const APART_MS = 100

/** Collects items and hands them over with the next animation frame, a burst of them several times a second. */
export function useFrameBatch<T>(onBatch: (items: readonly T[]) => void): (items: readonly T[]) => void {
  const waiting = useRef<T[]>([])
  const deliver = useEffectEvent(() => onBatch(waiting.current.splice(0)))
  const collect = useRef((items: readonly T[]) => {
    waiting.current.push(...items)
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let frame: number | null = null
    let deliveredAtMs = Number.NEGATIVE_INFINITY
    const onFrame = () => {
      frame = null
      deliveredAtMs = performance.now()
      deliver()
    }
    const onTime = () => {
      timer = null
      frame = requestAnimationFrame(onFrame)
    }
    collect.current = (items) => {
      waiting.current.push(...items)
      if (timer !== null || frame !== null) return
      const waitMs = deliveredAtMs + APART_MS - performance.now()
      if (waitMs <= 0) onTime()
      else timer = setTimeout(onTime, waitMs)
    }
    return () => {
      if (timer !== null) clearTimeout(timer)
      if (frame !== null) cancelAnimationFrame(frame)
    }
  }, [])
  return useCallback((items: readonly T[]) => collect.current(items), [])
}
