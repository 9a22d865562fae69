import type { StatusError } from '#shared/callback.ts'
import { explainStatusCode, type StatusCodeMeaning } from '#shared/messenger/explain-status-code.ts'

/** Code and reason of a status exactly as they came, on one line; null when it has neither. */
export function verbatimError({ code, reason }: StatusError): string | null {
  const parts = [code, reason].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** What an error means and what to do; says so where Vonage's list does not have the code. */
export function adviceOn({ code }: StatusError): StatusCodeMeaning {
  if (code === null) {
    return { meaning: 'It came without an error code.', fix: 'The Body tab shows all that was sent.' }
  }
  return (
    explainStatusCode(code) ?? {
      meaning: `Code ${code} is not in Vonage’s list of error codes.`,
      fix: 'Ask Vonage support, and give them the message UUID.',
    }
  )
}
