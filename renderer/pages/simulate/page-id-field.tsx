import { type FormEvent, useState } from 'react'
import { PageId, USUAL_PAGE_ID } from '#shared/simulator.ts'
import { TextInput } from '../../components/text-input.tsx'

type Props = { readonly pageId: string; readonly onChange: (pageId: string) => void }

/** The simulator's Page. Saved when its field is left or Enter is pressed: half an id would refuse every message. */
export function PageIdField({ pageId, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? pageId
  const wanted = shown.trim() === '' ? USUAL_PAGE_ID : shown.trim()
  const isWrong = !PageId.safeParse(wanted).success

  function save(event?: FormEvent): void {
    event?.preventDefault()
    if (isWrong) return
    if (wanted !== pageId) onChange(wanted)
    setDraft(null)
  }
  return (
    <form onSubmit={save}>
      <TextInput
        label="Page ID"
        value={shown}
        onChange={setDraft}
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
