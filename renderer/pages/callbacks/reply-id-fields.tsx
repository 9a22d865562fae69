import { TextInput } from '../../components/text-input.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { isFilledIn } from './reply-form-state.ts'

/** Who the reply is from and to. */
export function ReplyIdFields() {
  const { desk, edit } = useDesk()
  const { from, to } = desk.form.fields
  return (
    <>
      <TextInput label="From (Page ID)" value={from} onChange={(value) => edit({ from: value })} isMono />
      <TextInput
        label="To (PSID)"
        value={to}
        onChange={(value) => edit({ to: value })}
        isMono
        hint={isFilledIn(desk.form) ? 'filled in from the selected callback' : null}
        hintTone="ok"
      />
    </>
  )
}
