import { useState } from 'react'
import type { ReplyDraft } from '#shared/reply.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useCopy } from '../../clipboard/use-copy.ts'
import { clockTime } from '../../format/format-time.ts'
import { explanationOf } from '../../state/explanation-of.ts'

type Wanted = { readonly draft: ReplyDraft; readonly token: 'live' | 'placeholder' }

/** Copies the command line that sends a draft, and says how long its token works. */
export function useCopyCurl() {
  const { replyCurl } = useWorkbench()
  const copyText = useCopy()
  const [error, setError] = useState<WireError | null>(null)
  const copy = ({ draft, token }: Wanted) => {
    replyCurl({ draft, shell: 'bash', token }).then(
      ({ command, tokenExpiresAtMs }) => {
        setError(null)
        const note =
          tokenExpiresAtMs === null
            ? 'Put a token into $JWT before you run it.'
            : `It works until ${clockTime(tokenExpiresAtMs).slice(0, 5)}; whoever has it can send until then.`
        copyText({ text: command, what: 'curl command', note })
      },
      (reason: unknown) => setError(explanationOf(reason)),
    )
  }
  return { copy, error }
}
