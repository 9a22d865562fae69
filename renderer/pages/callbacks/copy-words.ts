import type { ReplyCopy, ReplyCopyForm } from '#shared/reply.ts'
import { clockTime } from '../../format/format-time.ts'

/** What each form is called, in the menu without a token and in the toast. */
export const COPY_FORMS: readonly {
  readonly form: ReplyCopyForm
  readonly label: string
  /** Where the token, or the key, is taken from when it does not stand in the copy. */
  readonly placeholder: string
  readonly what: string
}[] = [
  { form: 'bash', label: 'curl for bash', placeholder: '$JWT', what: 'curl command' },
  { form: 'powershell', label: 'PowerShell', placeholder: '$env:JWT', what: 'PowerShell command' },
  { form: 'cmd', label: 'curl for cmd', placeholder: '%JWT%', what: 'cmd command' },
  { form: 'node', label: 'Node, @vonage/messages', placeholder: 'private key', what: 'Node script' },
]

/** What the person has to know about a copy before running it. */
export function copyNote({ tokenExpiresAtMs, caution }: ReplyCopy, form: ReplyCopyForm): string {
  const token = tokenExpiresAtMs === null ? placeholderNote(form) : liveNote(tokenExpiresAtMs)
  return caution === null ? token : `${token} ${caution}`
}

function liveNote(expiresAtMs: number): string {
  return `It works until ${clockTime(expiresAtMs).slice(0, 5)}; whoever has it can send until then.`
}

function placeholderNote(form: ReplyCopyForm): string {
  if (form === 'node') return 'Put the private key, or its path, into VONAGE_PRIVATE_KEY before you run it.'
  const variable = COPY_FORMS.find((one) => one.form === form)?.placeholder ?? '$JWT'
  return `Put a token into ${variable} before you run it.`
}
