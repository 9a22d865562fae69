import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The present time, anew every minute. For hints that need no more. */
export function useMinute(): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
