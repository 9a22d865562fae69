import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

type Props = {
  /** The button that asks. */
  readonly trigger: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly action: string
  readonly onConfirm: () => void
}

/** Asks before something that cannot be taken back. Cancel has the focus. */
export function ConfirmDialog({ trigger, title, children, action, onConfirm }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <ModalOverlay isDismissable className={classNames(styles.overlay)}>
        <Modal className={classNames(styles.modal)}>
          <Dialog role="alertdialog" className={classNames(styles.dialog)}>
            {({ close }) => (
              <>
                <Heading slot="title" className={classNames(styles.title)}>
                  {title}
                </Heading>
                {children}
                <div className={styles.buttons}>
                  <Button autoFocus onPress={close}>
                    Cancel
                  </Button>
                  <Button
                    look="danger"
                    onPress={() => {
                      close()
                      onConfirm()
                    }}
                  >
                    {action}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
