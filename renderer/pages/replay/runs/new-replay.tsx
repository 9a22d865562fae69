import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../../../components/button.tsx'
import { DialogWindow } from '../../../components/dialog-window.tsx'
import { ReplayDialog } from '../../../replay-dialog/replay-dialog.tsx'
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
        <DialogWindow className={styles.modal}>
          {({ close }) => <ChooseCallbacks onChosen={goOn} onClose={close} />}
        </DialogWindow>
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
