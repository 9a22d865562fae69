import { useCallback, useEffect, useRef } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'

const PACE_MS = 1_000

/** Notes that a conversation was read to its end, while the page is in view and there is something unread. */
export function useMarkRead({ psid, pageId }: ConversationId, unread: number): () => void {
  const { readConversation } = useWorkbench()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const hasSeenEnd = useRef(false)
  const mark = useCallback(() => {
    if (timer.current !== null || document.visibilityState !== 'visible') return
    timer.current = setTimeout(() => {
      timer.current = null
    }, PACE_MS)
    // Where it fails, it is still unread, and is tried again with the next message.
    readConversation({ psid, pageId }).catch(() => undefined)
  }, [readConversation, psid, pageId])
  useEffect(() => {
    if (unread > 0 && hasSeenEnd.current) mark()
    hasSeenEnd.current = false
  }, [unread, mark])
  return useCallback(() => {
    hasSeenEnd.current = true
    if (unread > 0) mark()
  }, [unread, mark])
}
