import { useState } from 'react'
import type { ReplaySelection } from '#shared/replay.ts'
import { ConfirmQuestion } from '../components/confirm-dialog.tsx'
import { DialogWindow } from '../components/dialog-window.tsx'
import styles from './replay-dialog.module.css'
import type { ContentKind } from './replay-fields.ts'
import { ReplayForm } from './replay-form.tsx'

type Props = {
  readonly selection: ReplaySelection
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What the dialog begins with; the exact bytes unless it says so. */
  readonly initialContent?: ContentKind
}

/**
 * Asks what of some captured callbacks is sent again, where to and how fast, and starts the run. An edited body is not
 * lost to Escape or to a press beside the dialog.
 */
export function ReplayDialog({ selection, isOpen, onClose, initialContent = 'exact' }: Props) {
  const [isEdited, setIsEdited] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const close = () => {
    setIsEdited(false)
    onClose()
  }
  return (
    <>
      <DialogWindow
        isOpen={isOpen}
        onClose={() => {
          if (isEdited) setIsAsking(true)
          else close()
        }}
        className={styles.modal}
      >
        <ReplayForm
          selection={selection}
          initialContent={initialContent}
          onEdited={setIsEdited}
          onClose={close}
        />
      </DialogWindow>
      <ConfirmQuestion
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Discard the edited body?"
        action="Discard"
        onConfirm={close}
      >
        <p>It has not been sent.</p>
      </ConfirmQuestion>
    </>
  )
}
