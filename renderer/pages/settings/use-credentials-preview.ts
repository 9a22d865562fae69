import { useEffect, useState } from 'react'
import type { CredentialsPreview } from '#shared/credentials.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'

/** Credentials as they were pasted, or read from a file. */
export type EnteredCredentials = { readonly text: string; readonly fileName: string | null }

type Answer =
  | { readonly kind: 'read'; readonly preview: CredentialsPreview }
  | { readonly kind: 'failed'; readonly error: WireError }

export type CredentialsReading = {
  readonly answer: Answer
  /** Whether the answer is for what is entered now. */
  readonly isCurrent: boolean
}

/** What an import would take of what is entered; null while nothing is. The text is kept nowhere else. */
export function useCredentialsPreview(entered: EnteredCredentials): CredentialsReading | null {
  const { readCredentials } = useWorkbench()
  const [answered, setAnswered] = useState<{
    readonly to: EnteredCredentials
    readonly answer: Answer
  } | null>(null)
  useEffect(() => {
    if (entered.text.trim() === '') {
      setAnswered(null)
      return
    }
    let isWanted = true
    const show = (answer: Answer) => {
      if (isWanted) setAnswered({ to: entered, answer })
    }
    readCredentials(entered).then(
      (preview) => show({ kind: 'read', preview }),
      (reason: unknown) => show({ kind: 'failed', error: explanationOf(reason) }),
    )
    return () => {
      isWanted = false
    }
  }, [entered, readCredentials])
  return answered === null ? null : { answer: answered.answer, isCurrent: answered.to === entered }
}
