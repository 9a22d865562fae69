import { useState } from 'react'
import type { ReplyCopyForm, ReplyDraft } from '#shared/reply.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useCopy } from '../../clipboard/use-copy.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { COPY_FORMS, copyNote } from './copy-words.ts'

export type WantedCopy = { readonly as: ReplyCopyForm; readonly token: 'live' | 'placeholder' }

/** Copies what sends a draft, and says how long its token works. */
export function useCopyReply() {
  const { copyReply } = useWorkbench()
  const copyText = useCopy()
  const [error, setError] = useState<WireError | null>(null)
  const copy = (draft: ReplyDraft, { as, token }: WantedCopy) => {
    copyReply({ draft, as, token }).then(
      (copied) => {
        setError(null)
        const what = COPY_FORMS.find(({ form }) => form === as)?.what ?? 'command'
        copyText({ text: copied.text, what, note: copyNote(copied, as) })
      },
      (reason: unknown) => setError(explanationOf(reason)),
    )
  }
  return { copy, error }
}
