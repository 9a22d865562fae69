import { type RefObject, useEffect, useEffectEvent, useMemo, useReducer } from 'react'
import type { ConversationId, ConversationPart } from '#shared/chats.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { emptyMessages, type MessagesFeed, messagesFeed } from './messages-feed.ts'

const PART = 60
/** How much of the end is looked at again when something has changed. */
const END = 100

export type Messages = {
  readonly feed: MessagesFeed
  readonly loadOlder: () => void
  readonly loadNewer: () => void
  readonly showNewest: () => void
  /** Something has changed in this conversation. */
  readonly refresh: () => void
}

/** The messages of one conversation, from its end or around a callback. `isAtEnd`: its end is what is looked at. */
export function useMessages(
  id: ConversationId,
  aroundSeq: number | null,
  isAtEnd: RefObject<boolean>,
): Messages {
  const { conversationItems } = useWorkbench()
  const connection = useConnection().state
  const { psid, pageId } = id
  const [feed, dispatch] = useReducer(messagesFeed, emptyMessages)
  const first = useMemo(
    (): ConversationPart => (aroundSeq === null ? { kind: 'newest' } : { kind: 'around', seq: aroundSeq }),
    [aroundSeq],
  )
  useEffect(() => dispatch({ kind: 'load', part: first }), [first])

  const load = useEffectEvent(async (loadId: number) => {
    if (feed.wanted === null) return
    try {
      const page = await conversationItems({ psid, pageId, part: feed.wanted, limit: PART })
      dispatch({ kind: 'loaded', loadId, page })
    } catch (reason) {
      dispatch({ kind: 'failed', loadId, error: explanationOf(reason) })
    }
  })
  useEffect(() => {
    if (feed.loadId > 0) void load(feed.loadId)
  }, [feed.loadId])

  const isCutOff = feed.error?.code === 'CONNECTION_LOST'
  useEffect(() => {
    if (connection === 'connected' && isCutOff) dispatch({ kind: 'load', part: { kind: 'newest' } })
  }, [connection, isCutOff])

  return useMemo(() => {
    const refresh = async () => {
      const page = await conversationItems({ psid, pageId, part: { kind: 'newest' }, limit: END })
      dispatch({ kind: 'refreshed', page, isAtEnd: isAtEnd.current })
    }
    return {
      feed,
      loadOlder: () => dispatch({ kind: 'load-older' }),
      loadNewer: () => dispatch({ kind: 'load-newer' }),
      showNewest: () => dispatch({ kind: 'load', part: { kind: 'newest' } }),
      refresh: () => {
        refresh().catch((reason: unknown) =>
          dispatch({ kind: 'failed', loadId: feed.loadId, error: explanationOf(reason) }),
        )
      },
    }
  }, [feed, conversationItems, psid, pageId, isAtEnd])
}
