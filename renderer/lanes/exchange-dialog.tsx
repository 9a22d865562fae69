import { Heading } from 'react-aria-components'
import type { ExchangeSubject } from '#shared/exchange.ts'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { DialogWindow } from '../components/dialog-window.tsx'
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
    <DialogWindow isOpen onClose={onClose} className={styles.modal}>
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        Exchange
      </Heading>
      <ExchangeView subject={subject} onShow={onShow} />
      <div className={dialogStyles.buttons}>
        <Button onPress={onClose}>Close</Button>
      </div>
    </DialogWindow>
  )
}
