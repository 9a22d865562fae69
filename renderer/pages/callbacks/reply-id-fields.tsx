import { TextInput } from '../../components/text-input.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { isFilledIn } from './reply-form-state.ts'
import { type ReplyWarnings, warningOf } from './use-reply-warnings.ts'

const FILLED_IN = { hint: 'filled in from the selected callback', hintTone: 'ok' } as const

/** Who the reply is from and to. */
export function ReplyIdFields({ warnings }: { readonly warnings: ReplyWarnings }) {
  const { desk, edit } = useDesk()
  const { from, to } = desk.form.fields
  const filledIn = isFilledIn(desk.form) ? FILLED_IN : null
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
        {...(warningOf(warnings, 'to') ?? filledIn)}
      />
    </>
  )
}
