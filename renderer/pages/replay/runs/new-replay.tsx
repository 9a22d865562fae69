import { useState } from 'react'
import { DialogTrigger, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../../components/button.tsx'
import dialog from '../../../components/dialog.module.css'
import { ReplayDialog } from '../../../replay-dialog/replay-dialog.tsx'
import { classNames } from '../../../theme/class-names.ts'
import { ChooseCallbacks } from './choose-callbacks.tsx'
import styles from './runs.module.css'

/** Asks which callbacks, then how, and starts a run. */
export function NewReplay({ look }: { readonly look: 'plain' | 'primary' }) {
  const [filter, setFilter] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const goOn = (chosen: string) => {
    setFilter(chosen)
    setIsAsking(true)
  }
  return (
    <>
      <DialogTrigger>
        <Button look={look} size={look === 'plain' ? 'small' : 'normal'}>
          New replay…
        </Button>
        <ModalOverlay isDismissable className={classNames(dialog.overlay)}>
          <Modal className={classNames(dialog.modal, styles.modal)}>
            <ChooseCallbacks onChosen={goOn} />
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
      {filter !== null && (
        <ReplayDialog
          selection={{ kind: 'filter', filter }}
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
