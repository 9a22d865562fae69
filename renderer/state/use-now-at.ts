import { useEffect, useState } from 'react'

/** The present time, anew once `atMs` has passed. `atMs` is at most days away. */
export function useNowAt(atMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setTimeout(() => setNowMs(Date.now()), Math.max(0, atMs - Date.now()) + 1)
    return () => clearTimeout(timer)
  }, [atMs])
  return nowMs
}
