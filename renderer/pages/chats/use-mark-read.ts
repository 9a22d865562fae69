import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { usePaced } from '../../state/use-paced.ts'

const PACE_MS = 1_000

/** Notes that a conversation was read to its end, while the page is in view and there is something unread. */
export function useMarkRead({ psid, pageId }: ConversationId, unread: number): () => void {
  const { readConversation } = useWorkbench()
  const hasSeenEnd = useRef(false)
  const isOwed = useRef(false)
  const markSoon = usePaced(PACE_MS, () => {
    isOwed.current = document.visibilityState !== 'visible'
    // Where it fails, it is still unread, and is tried again with the next message.
    if (!isOwed.current) readConversation({ psid, pageId }).catch(() => undefined)
  })
  const mark = useCallback(() => markSoon([null]), [markSoon])
  const onVisible = useEffectEvent(() => isOwed.current && mark())
  useEffect(() => {
    const listener = () => onVisible()
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  }, [])
  useEffect(() => {
    if (unread > 0 && hasSeenEnd.current) mark()
    hasSeenEnd.current = false
  }, [unread, mark])
  return useCallback(() => {
    hasSeenEnd.current = true
    if (unread > 0) mark()
  }, [unread, mark])
}
