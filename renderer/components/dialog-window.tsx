import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './dialog.module.css'

type Props = {
  /** Left out in a DialogTrigger, whose button opens it. */
  readonly isOpen?: boolean
  readonly onClose?: () => void
  /** Whether a press beside it closes it. Escape always does. */
  readonly isDismissable?: boolean
  readonly role?: 'dialog' | 'alertdialog'
  readonly className?: string | undefined
  readonly children: ReactNode | ((dialog: { readonly close: () => void }) => ReactNode)
}

/** The window of a dialog, over the page. */
export function DialogWindow({ isDismissable = true, role = 'dialog', className, children, ...rest }: Props) {
  const { onClose, ...open } = rest
  return (
    <ModalOverlay
      {...open}
      onOpenChange={(stays) => {
        if (!stays) onClose?.()
      }}
      isDismissable={isDismissable}
      className={classNames(styles.overlay)}
    >
      <Modal className={classNames(styles.modal, className)}>
        <Dialog role={role} className={classNames(styles.dialog)}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
