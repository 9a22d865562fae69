import { useEffect, useEffectEvent } from 'react'
import type { ConversationId, ConversationItem } from '#shared/chats.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'
import { seqsOf } from './messages-feed.ts'

/**
 * Selects the newest message of the person when a conversation is opened, unless one of its callbacks is selected
 * already: the Callbacks page shows the same, and the Reply form has its ids.
 */
export function useSelectNewest(id: ConversationId, items: readonly ConversationItem[]): void {
  const { desk, pick, writeTo } = useDesk()
  const onLoaded = useEffectEvent(() => {
    const { seq, mode } = desk.selection
    if (mode === 'pinned' && items.some((item) => seq !== null && seqsOf(item).includes(seq))) return
    const newest = items.findLast((item) => item.from === 'person')
    if (newest?.from === 'person') pick(newest.row)
    else writeTo(id)
  })
  const isLoaded = items.length > 0
  useEffect(() => {
    if (isLoaded) onLoaded()
  }, [isLoaded])
}
