import { type FormEvent, useEffect, useEffectEvent } from 'react'
import { PageId, USUAL_PAGE_ID } from '#shared/simulator.ts'
import { TextInput } from '../../components/text-input.tsx'
import { useSimulateDesk } from './simulate-desk.tsx'

type Props = { readonly pageId: string; readonly onChange: (pageId: string) => void }

/**
 * The simulator's Page. Saved when its field is left or Enter is pressed: half an id would refuse every message. What
 * is no id yet stays as it was typed, also while another page is shown.
 */
export function PageIdField({ pageId, onChange }: Props) {
  const { edited, setEdited, forgetSaved } = useSimulateDesk().pageId
  const shown = edited ?? pageId
  const wanted = shown.trim() === '' ? USUAL_PAGE_ID : shown.trim()
  const isWrong = !PageId.safeParse(wanted).success

  const save = useEffectEvent(() => {
    if (isWrong) return
    if (wanted !== pageId) onChange(wanted)
    forgetSaved(shown)
  })
  // A key that leads to another page takes the field away without leaving it.
  useEffect(() => () => save(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label="Page ID"
        value={shown}
        onChange={setEdited}
        onBlur={() => save()}
        inputMode="numeric"
        isMono
        hint={
          isWrong
            ? 'A Page ID is a number of 5 to 25 digits.'
            : 'People write to this Page, and messages must come from it: any other “from” is refused with 1120. Enter the one your server uses.'
        }
        hintTone={isWrong ? 'bad' : 'neutral'}
        isInvalid={isWrong}
      />
    </form>
  )
}
