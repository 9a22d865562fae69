import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

type Question = {
  readonly title: string
  readonly children: ReactNode
  readonly action: string
  readonly onConfirm: () => void
}

type Props = Question & {
  /** The button that asks. */
  readonly trigger: ReactNode
}

/** Asks before something that cannot be taken back. Cancel has the focus. */
export function ConfirmDialog({ trigger, ...question }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <ModalOverlay isDismissable className={classNames(styles.overlay)}>
        <QuestionModal {...question} />
      </ModalOverlay>
    </DialogTrigger>
  )
}

type OpenProps = Question & { readonly isOpen: boolean; readonly onClose: () => void }

/** The same where something else than a button finds out that there is something to ask. */
export function ConfirmQuestion({ isOpen, onClose, ...question }: OpenProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(stays) => {
        if (!stays) onClose()
      }}
      isDismissable
      className={classNames(styles.overlay)}
    >
      <QuestionModal {...question} />
    </ModalOverlay>
  )
}

function QuestionModal({ title, children, action, onConfirm }: Question) {
  return (
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
  )
}
