import type { ReactNode } from 'react'
import { DialogTrigger, Heading } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { DialogWindow } from './dialog-window.tsx'

type QuestionProps = {
  readonly title: string
  readonly children: ReactNode
  readonly action: string
  readonly onConfirm: () => void
}

type Props = QuestionProps & {
  /** The button that asks. */
  readonly trigger: ReactNode
}

/** Asks before something that cannot be taken back. Cancel has the focus. */
export function ConfirmDialog({ trigger, ...question }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <DialogWindow role="alertdialog">
        {({ close }) => <Question {...question} close={close} />}
      </DialogWindow>
    </DialogTrigger>
  )
}

type OpenProps = QuestionProps & { readonly isOpen: boolean; readonly onClose: () => void }

/** The same where something else than a button finds out that there is something to ask. */
export function ConfirmQuestion({ isOpen, onClose, ...question }: OpenProps) {
  return (
    <DialogWindow isOpen={isOpen} onClose={onClose} role="alertdialog">
      {({ close }) => <Question {...question} close={close} />}
    </DialogWindow>
  )
}

function Question({
  title,
  children,
  action,
  onConfirm,
  close,
}: QuestionProps & { readonly close: () => void }) {
  return (
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
  )
}
