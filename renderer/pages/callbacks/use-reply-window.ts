import { useEffect, useEffectEvent, useRef } from 'react'
import { type MessengerWindow, messengerWindow, WINDOW_MS } from '#shared/messenger/messenger-window.ts'
import { useNowAt } from '../../state/use-now-at.ts'
import { useDesk } from './callbacks-provider.tsx'
import { useLastInbound } from './use-last-inbound.ts'

type ReplyWindow = ReturnType<typeof useLastInbound> & { readonly window: MessengerWindow }

/**
 * The 24-hour window of the reply being written, as of its last change. When it is closed, the category is set to the
 * only one that is allowed, once; when the person writes again, that is taken back.
 */
export function useReplyWindow(): ReplyWindow {
  const { desk, edit } = useDesk()
  const { lastInbound, ask } = useLastInbound()
  const lastInboundAtMs = lastInbound.state === 'known' ? lastInbound.lastInboundAtMs : null
  const nowMs = useNowAt((lastInboundAtMs ?? 0) + WINDOW_MS)
  const window = messengerWindow(lastInboundAtMs, nowMs)
  const isPreset = useRef(false)
  const { category, tag } = desk.form.fields

  const onChange = useEffectEvent((state: MessengerWindow['state']) => {
    if (state === 'closed' && category === '') {
      isPreset.current = true
      edit({ category: 'message_tag' })
    } else if (state === 'open' && isPreset.current) {
      isPreset.current = false
      if (category === 'message_tag' && tag === '') edit({ category: '' })
    }
  })
  useEffect(() => onChange(window.state), [window.state])
  return { lastInbound, ask, window }
}
