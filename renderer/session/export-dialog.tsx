import { DialogWindow } from '../components/dialog-window.tsx'
import { ExportForm } from './export-form.tsx'
import styles from './session.module.css'

/** Asks what is exported and how, and shows how the file will begin. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogWindow isOpen onClose={onClose} className={styles.modal}>
      <ExportForm onClose={onClose} />
    </DialogWindow>
  )
}
