import { useMutation } from '@tanstack/react-query'
import { createContext, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Reply, ReplyDraft } from '#shared/reply.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useAnnounce } from '../../components/announcer.tsx'
import { useRequired } from '../../components/use-required.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useStream } from '../../state/use-stream.ts'
import { laterReply } from './latest-reply.ts'

type Replies = {
  readonly latest: Reply | null
  /** Whether the latest reply was sent since this page was opened. */
  readonly isLatestNew: boolean
  readonly isSending: boolean
  /** `onSent`: it has become a reply, accepted or not. */
  readonly send: (draft: ReplyDraft, onSent?: (reply: Reply) => void) => void
  /** Why the last attempt did not even become a reply. */
  readonly error: WireError | null
}

const RepliesContext = createContext<Replies | null>(null)

export function useReplies(): Replies {
  return useRequired(RepliesContext)
}

/** Sends replies and keeps the latest one with its statuses, also while another page is shown. */
export function RepliesProvider({ children }: { readonly children: ReactNode }) {
  const workbench = useWorkbench()
  const [latest, setLatest] = useState<Reply | null>(null)
  const [loadError, setLoadError] = useState<WireError | null>(null)
  const take = (reply: Reply) => setLatest((shown) => laterReply(shown, reply))

  const streamError = useStream(
    (signal) => workbench.replyEvents({}, { signal }),
    (event) => {
      if (event.kind === 'reply') return take(event.reply)
      workbench.replies({ limit: 1 }).then(
        ({ replies }) => {
          setLoadError(null)
          for (const reply of replies) take(reply)
        },
        (reason: unknown) => setLoadError(explanationOf(reason)),
      )
    },
  )
  const { mutate, isPending, error } = useMutation({
    mutationFn: (draft: ReplyDraft) => workbench.sendReply({ draft }),
    onSuccess: take,
  })
  const [openedAtMs] = useState(() => Date.now())
  const isLatestNew = latest !== null && latest.sentAtMs >= openedAtMs
  useReplyAnnouncement(latest, isLatestNew)

  const value = useMemo(
    () => ({
      latest,
      isLatestNew,
      isSending: isPending,
      send: (draft: ReplyDraft, onSent?: (reply: Reply) => void) =>
        mutate(draft, { ...(onSent && { onSuccess: onSent }) }),
      error: error === null ? (streamError ?? loadError) : explanationOf(error),
    }),
    [latest, isLatestNew, isPending, mutate, error, streamError, loadError],
  )
  return <RepliesContext value={value}>{children}</RepliesContext>
}

/** Says how a reply that was sent since the page was opened gets on. */
function useReplyAnnouncement(latest: Reply | null, isNew: boolean): void {
  const announce = useAnnounce()
  const status = latest?.statuses.at(-1)?.status
  const outcome = latest?.outcome.kind
  useEffect(() => {
    if (isNew && outcome !== undefined) announce(`Reply ${status ?? outcome}.`)
  }, [isNew, outcome, status, announce])
}
