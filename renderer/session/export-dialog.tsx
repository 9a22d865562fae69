import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import dialogStyles from '../components/dialog.module.css'
import { classNames } from '../theme/class-names.ts'
import { ExportForm } from './export-form.tsx'
import styles from './session.module.css'

/** Asks what is exported and how, and shows how the file will begin. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(opens) => {
        if (!opens) onClose()
      }}
      isDismissable
      className={classNames(dialogStyles.overlay)}
    >
      <Modal className={classNames(dialogStyles.modal, styles.modal)}>
        <Dialog className={classNames(dialogStyles.dialog)}>
          <ExportForm onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
