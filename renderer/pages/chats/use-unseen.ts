import { useState } from 'react'
import type { ConversationItem } from '#shared/chats.ts'
import { comparePlaces } from '#shared/compare-places.ts'

/** How many messages have come since the end was last in view. */
export function useUnseen(items: readonly ConversationItem[], isAway: boolean): number {
  const newest = items.at(-1)?.place ?? null
  const [seen, setSeen] = useState(newest)
  if (!isAway && newest !== null && (seen === null || comparePlaces(seen, newest) < 0)) setSeen(newest)
  if (!isAway || seen === null) return 0
  return items.filter(({ place }) => comparePlaces(place, seen) > 0).length
}
