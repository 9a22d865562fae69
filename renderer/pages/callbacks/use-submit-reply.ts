import { useState } from 'react'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'
import { replyFacts } from '#shared/messenger/reply-facts.ts'
import { windowAdvice } from '#shared/messenger/window-advice.ts'
import type { Reply, ReplyDraft } from '#shared/reply.ts'
import { useReplies } from './replies-provider.tsx'
import type { DraftReading } from './reply-draft.ts'
import type { LastInbound } from './use-last-inbound.ts'

type Held = { readonly draft: string; readonly why: string }

/** Sends the reply. Where the 24-hour window does not allow it, it is held until the person says so once more. */
export function useSubmitReply(
  reading: DraftReading,
  lastInbound: LastInbound,
  onSent?: (reply: Reply) => void,
) {
  const { isSending, send } = useReplies()
  const [isTried, setIsTried] = useState(false)
  const [held, setHeld] = useState<Held | null>(null)
  const draft = reading.ok ? reading.draft : null

  const markTried = () => setIsTried(!reading.ok)
  const sendAnyway = () => {
    setHeld(null)
    if (draft !== null && !isSending) send(draft, onSent)
  }
  const submit = () => {
    markTried()
    if (draft === null) return
    const why = reasonToHold(draft, lastInbound)
    if (why === null) sendAnyway()
    else setHeld({ draft: JSON.stringify(draft), why })
  }
  // A changed reply is another reply.
  const isStillHeld = held !== null && held.draft === JSON.stringify(draft)
  return { submit, sendAnyway, held: isStillHeld ? held.why : null, isTried, markTried }
}

function reasonToHold(draft: ReplyDraft, lastInbound: LastInbound): string | null {
  const facts = replyFacts(draft)
  if (facts === null || lastInbound.state !== 'known') return null
  const advice = windowAdvice(messengerWindow(lastInbound.lastInboundAtMs, Date.now()), facts)
  return advice.fits ? null : advice.why
}
