import { useEffect, useEffectEvent, useMemo, useReducer } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import type { WireError } from '#shared/rpc.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { usePaced } from '../../state/use-paced.ts'
import { useStream } from '../../state/use-stream.ts'
import { conversationKey } from './conversation-key.ts'
import {
  type ConversationsAction,
  type ConversationsFeed,
  conversationsFeed,
  emptyConversations,
} from './conversations-feed.ts'

const PAGE = 50
/** With more than this changed at once, the list is loaded anew. */
const ASKED_AT_ONCE = 100
const PACE_MS = 250
const TYPING_PAUSE_MS = 150

export type ConversationList = {
  readonly feed: ConversationsFeed
  readonly loadOlder: () => void
  readonly reload: () => void
  /** What ended the updates for good, if anything did. */
  readonly streamError: WireError | null
}

type Deps = {
  readonly search: string
  /** Conversations have changed; null: any of them may have. */
  readonly onChanged: (ids: readonly ConversationId[] | null) => void
}

/** The list of conversations: loaded page by page, kept up to date a few times a second. */
export function useConversations({ search, onChanged }: Deps): ConversationList {
  const workbench = useWorkbench()
  const [feed, dispatch] = useReducer(conversationsFeed, emptyConversations)

  const load = useEffectEvent(async () => {
    const { loadId, text, progress, conversations } = feed
    const last = progress === 'older-page' ? conversations.at(-1) : undefined
    const behind = last === undefined ? null : { psid: last.psid, pageId: last.pageId, atMs: last.last.atMs }
    try {
      const page = await workbench.conversationPage({ text, behind, limit: PAGE })
      const hasOlder = page.conversations.length === PAGE
      dispatch({ kind: 'loaded', loadId, conversations: page.conversations, hasOlder })
    } catch (reason) {
      dispatch({ kind: 'failed', loadId, error: explanationOf(reason) })
    }
  })
  useEffect(() => {
    if (feed.loadId > 0) void load()
  }, [feed.loadId])

  const refresh = usePaced(PACE_MS, (ids: readonly (ConversationId | null)[]) => {
    const known = ids.filter((id) => id !== null)
    const changed = [...new Map(known.map((id) => [conversationKey(id), id])).values()]
    if (changed.length > ASKED_AT_ONCE || ids.includes(null)) {
      onChanged(null)
      return dispatch({ kind: 'load', text: feed.text })
    }
    onChanged(changed)
    workbench.conversations({ ids: changed }).then(
      ({ conversations }) => dispatch({ kind: 'changed', conversations }),
      // The connection was cut: the list is loaded anew when it is back.
      (reason: unknown) => dispatch({ kind: 'failed', loadId: feed.loadId, error: explanationOf(reason) }),
    )
  })
  const streamError = useStream(
    (signal) => workbench.conversationEvents({}, { signal }),
    (event) => refresh(event.kind === 'reset' ? [null] : event.ids),
  )

  useReloads(feed, search, dispatch)

  return useMemo(
    () => ({
      feed,
      loadOlder: () => dispatch({ kind: 'load-older' }),
      reload: () => dispatch({ kind: 'load', text: search }),
      streamError,
    }),
    [feed, search, streamError],
  )
}

/** Loads again for another search, after a pause for typing, and when a lost connection is back. */
function useReloads(
  feed: ConversationsFeed,
  search: string,
  dispatch: (action: ConversationsAction) => void,
): void {
  const connection = useConnection().state
  const isBehind = search !== feed.text
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(() => dispatch({ kind: 'load', text: search }), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [search, isBehind, dispatch])

  const isCutOff = feed.error?.code === 'CONNECTION_LOST'
  useEffect(() => {
    if (connection === 'connected' && isCutOff) dispatch({ kind: 'load', text: search })
  }, [connection, isCutOff, search, dispatch])
}
