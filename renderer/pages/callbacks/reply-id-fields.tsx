import { TextInput } from '../../components/text-input.tsx'
import { usePersonName } from '../../people/person-names.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { isFilledIn } from './reply-form-state.ts'
import { type ReplyWarnings, warningOf } from './use-reply-warnings.ts'

/** Who the reply is from and to. */
export function ReplyIdFields({ warnings }: { readonly warnings: ReplyWarnings }) {
  const { desk, edit } = useDesk()
  const { from, to } = desk.form.fields
  const hint = recipientHint(usePersonName(to), isFilledIn(desk.form))
  return (
    <>
      <TextInput
        label="From (Page ID)"
        value={from}
        onChange={(value) => edit({ from: value })}
        isMono
        {...warningOf(warnings, 'from')}
      />
      <TextInput
        label="To (PSID)"
        value={to}
        onChange={(value) => edit({ to: value })}
        isMono
        {...(warningOf(warnings, 'to') ?? hint)}
      />
    </>
  )
}

/** Who it is, and where the ids come from. */
function recipientHint(name: string | null, isFilled: boolean) {
  const parts = [name, isFilled ? 'filled in from the selected callback' : null].filter(
    (part) => part !== null,
  )
  if (parts.length === 0) return null
  return { hint: parts.join(' · '), hintTone: isFilled ? 'ok' : 'neutral' } as const
}
