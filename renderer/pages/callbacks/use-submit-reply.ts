import { useState } from 'react'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'
import { replyFacts } from '#shared/messenger/reply-facts.ts'
import { windowAdvice } from '#shared/messenger/window-advice.ts'
import type { Reply, ReplyDraft } from '#shared/reply.ts'
import { useReplies } from './replies-provider.tsx'
import type { DraftReading } from './reply-draft.ts'
import type { LastInbound } from './use-last-inbound.ts'

type Held = { readonly reply: string; readonly pressedAtMs: number }

type Options = {
  readonly reading: DraftReading
  /** What is known of the last message now. */
  readonly lastInbound: LastInbound
  /** The same once it has been looked up: whoever is quick is not sent past a closed window. */
  readonly ask: () => Promise<LastInbound>
  readonly onSent?: (reply: Reply) => void
}

/** Sends the reply. Where the 24-hour window does not allow it, it is held until the person says so once more. */
export function useSubmitReply({ reading, lastInbound, ask, onSent }: Options) {
  const { isSending, send } = useReplies()
  const [isTried, setIsTried] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [held, setHeld] = useState<Held | null>(null)
  const draft = reading.ok ? reading.draft : null
  const isBusy = isSending || isAsking

  const markTried = () => setIsTried(!reading.ok)
  const sendAnyway = () => {
    setHeld(null)
    if (draft !== null && !isBusy) send(draft, onSent)
  }
  const submit = async () => {
    markTried()
    if (draft === null || isBusy) return
    const pressedAtMs = Date.now()
    setHeld(null)
    setIsAsking(true)
    const why = reasonToHold(draft, await ask(), pressedAtMs)
    setIsAsking(false)
    if (why === null) send(draft, onSent)
    else setHeld({ reply: contentOf(draft), pressedAtMs })
  }
  // A changed reply is another reply. Category and tag answer to the reason, which is said anew with them.
  const isHeld = held !== null && draft !== null && held.reply === contentOf(draft)
  const why = isHeld ? reasonToHold(draft, lastInbound, held.pressedAtMs) : null
  return { submit: () => void submit(), sendAnyway, held: why, isBusy, isTried, markTried }
}

function contentOf(draft: ReplyDraft): string {
  return JSON.stringify({ ...draft, category: '', tag: '' })
}

function reasonToHold(draft: ReplyDraft, lastInbound: LastInbound, nowMs: number): string | null {
  const facts = replyFacts(draft)
  if (facts === null || lastInbound.state !== 'known') return null
  const advice = windowAdvice(messengerWindow(lastInbound.lastInboundAtMs, nowMs), facts)
  return advice.fits ? null : advice.why
}
