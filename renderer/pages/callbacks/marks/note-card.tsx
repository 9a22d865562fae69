import { StickyNote } from 'lucide-react'
import { useState } from 'react'
import { numberText } from '#shared/number-text.ts'
import { NOTE_MAX } from '#shared/retention.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { TextAreaInput } from '../../../components/text-area-input.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import styles from './marks.module.css'
import { useNote } from './use-note.ts'

/** What somebody wants to remember about a callback. Kept as it is written; a callback with a note stays. */
export function NoteCard({ seq }: { readonly seq: number }) {
  const note = useNote(seq)
  const [isOpen, setIsOpen] = useState(false)
  if (!note.isLoaded && note.error === null) return null
  if (!isOpen && !note.hasNote && note.error === null) {
    return (
      <span className={styles.addNote}>
        <Button size="small" look="quiet" onPress={() => setIsOpen(true)}>
          <StickyNote size={13} aria-hidden />
          Add a note
        </Button>
      </span>
    )
  }
  return (
    <Card title="Note" aside={<NoteState state={note.state} length={note.text.length} />}>
      <TextAreaInput
        label="Note about this callback"
        value={note.text}
        onChange={(text) => {
          // Also when it is emptied and saved so: who deletes a note to write another still writes.
          setIsOpen(true)
          note.write(text.slice(0, NOTE_MAX))
        }}
        onBlur={note.saveNow}
        rows={3}
        autoFocus={isOpen && !note.hasNote}
        hint="A callback with a note stays when others are deleted or pruned."
      />
      {note.error !== null && (
        <ErrorBox error={explanationOf(note.error)}>
          <Button onPress={note.saveNow}>Save again</Button>
        </ErrorBox>
      )}
    </Card>
  )
}

const STATES = { saved: 'Saved', saving: 'Saving…', failed: 'Not saved' } as const
const NEARLY_FULL = NOTE_MAX - 200

function NoteState({ state, length }: { readonly state: keyof typeof STATES; readonly length: number }) {
  const words = STATES[state]
  const left = NOTE_MAX - length
  return (
    <span className={styles.state} role="status">
      {length >= NEARLY_FULL ? `${words} · ${numberText(left)} characters left` : words}
    </span>
  )
}
