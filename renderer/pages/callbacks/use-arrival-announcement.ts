import { useEffect, useEffectEvent, useRef } from 'react'
import { countText } from '#shared/count-text.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { newestRow } from './callback-feed.ts'
import { useFeed, useFeedStore } from './feed-store.ts'

const PAUSE_MS = 3_000

/** Says how many callbacks have arrived, at most every three seconds. */
export function useArrivalAnnouncement(): void {
  const announce = useAnnounce()
  const lastSeen = useRef<number | null>(null)
  const isPausing = useRef(false)
  const { now } = useFeedStore()
  const newestSeq = useFeed((feed) => newestRow(feed)?.seq ?? 0)
  const isLoaded = useFeed(({ progress }) => progress !== 'first-page')

  const tell = useEffectEvent(() => {
    const seen = lastSeen.current
    const arrived = seen === null ? 0 : now().rows.filter((row) => row.seq > seen).length
    lastSeen.current = Math.max(seen ?? 0, newestSeq)
    if (arrived === 0) return
    announce(`${countText(arrived, 'new callback')}.`)
    isPausing.current = true
    setTimeout(() => {
      isPausing.current = false
      tell()
    }, PAUSE_MS)
  })
  useEffect(() => {
    // The first page is what there was already.
    if (lastSeen.current === null && isLoaded) lastSeen.current = newestSeq
    else if (isLoaded && !isPausing.current) tell()
  }, [newestSeq, isLoaded])
}
