import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ReplaySelection } from '#shared/replay.ts'
import dialogStyles from '../components/dialog.module.css'
import { classNames } from '../theme/class-names.ts'
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

/** Asks what of some captured callbacks is sent again, where to and how fast, and starts the run. */
export function ReplayDialog({ selection, isOpen, onClose, initialContent = 'exact' }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(opens) => {
        if (!opens) onClose()
      }}
      isDismissable
      className={classNames(dialogStyles.overlay)}
    >
      <Modal className={classNames(dialogStyles.modal, styles.modal)}>
        <Dialog className={classNames(dialogStyles.dialog)}>
          <ReplayForm selection={selection} initialContent={initialContent} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
