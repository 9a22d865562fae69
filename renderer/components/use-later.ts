import { useEffect, useState } from 'react'

/** False at first, true once the calling component has been shown for that long. */
export function useLater(afterMs: number): boolean {
  const [isLater, setIsLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLater(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isLater
}
