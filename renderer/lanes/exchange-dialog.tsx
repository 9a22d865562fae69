import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ExchangeSubject } from '#shared/exchange.ts'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { classNames } from '../theme/class-names.ts'
import styles from './exchange-dialog.module.css'
import { ExchangeView } from './exchange-view.tsx'

type Props = {
  readonly subject: ExchangeSubject
  readonly onShow: (seq: number) => void
  readonly onClose: () => void
}

/** The exchange of a message, over the page. */
export function ExchangeDialog({ subject, onShow, onClose }: Props) {
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
          <Heading slot="title" className={classNames(dialogStyles.title)}>
            Exchange
          </Heading>
          <ExchangeView subject={subject} onShow={onShow} />
          <div className={dialogStyles.buttons}>
            <Button onPress={onClose}>Close</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
