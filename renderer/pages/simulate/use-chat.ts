import { useEffect, useEffectEvent, useReducer, useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { useAnnounce } from '../../components/announcer.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useStream } from '../../state/use-stream.ts'
import { previewText } from './bubble-words.ts'
import { type ChatFeed, chatFeed, emptyChat } from './chat-feed.ts'

type Chat = ChatFeed & { readonly error: WireError | null; readonly reload: () => void }

/** The chat of all people, loaded once and kept up to date. A reply that arrives is announced. */
export function useChat(): Chat {
  const workbench = useWorkbench()
  const announce = useAnnounce()
  const connection = useConnection().state
  const [feed, dispatch] = useReducer(chatFeed, emptyChat)
  const [loadError, setLoadError] = useState<WireError | null>(null)

  const load = () => {
    dispatch({ kind: 'reset' })
    workbench.chat({}).then(
      ({ bubbles }) => {
        setLoadError(null)
        dispatch({ kind: 'loaded', bubbles })
      },
      (reason: unknown) => setLoadError(explanationOf(reason)),
    )
  }
  const streamError = useStream(
    (signal) => workbench.chatEvents({}, { signal }),
    (event) => {
      if (event.kind === 'reset') return load()
      const { bubble } = event
      const isNew = feed.bubbles.every(({ id }) => id !== bubble.id)
      if (isNew && bubble.from === 'server') announce(previewText(bubble))
      dispatch({ kind: 'bubble', bubble })
    },
  )

  const loadAgain = useEffectEvent(load)
  const isCutOff = loadError?.code === 'CONNECTION_LOST'
  useEffect(() => {
    if (connection === 'connected' && isCutOff) loadAgain()
  }, [connection, isCutOff])
  return { ...feed, error: loadError ?? streamError, reload: load }
}
