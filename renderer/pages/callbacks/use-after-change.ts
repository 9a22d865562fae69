import { useEffect, useEffectEvent } from 'react'
import { useFeedStore } from './feed-store.ts'

/** The rows go first. */
const SOON_MS = 100
const APART_MS = 1_000

/** Looks again soon after the list has changed, once a second at most. */
export function useAfterChange(isAsked: boolean, look: () => unknown): void {
  const store = useFeedStore()
  const lookNow = useEffectEvent(() => void look())
  useEffect(() => {
    if (!isAsked) return
    let seen = store.now()
    let lookedAtMs = Number.NEGATIVE_INFINITY
    let timer: ReturnType<typeof setTimeout> | null = null
    const onTime = () => {
      timer = null
      seen = store.now()
      lookedAtMs = performance.now()
      lookNow()
    }
    const unsubscribe = store.subscribe(() => {
      const { rows, total } = store.now()
      if (timer !== null || (rows === seen.rows && total === seen.total)) return
      timer = setTimeout(onTime, Math.max(SOON_MS, lookedAtMs + APART_MS - performance.now()))
    })
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [isAsked, store])
}
