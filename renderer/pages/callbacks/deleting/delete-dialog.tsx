import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Heading } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { everything } from '#shared/search/filter-text.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { Button } from '../../../components/button.tsx'
import { CheckboxInput } from '../../../components/checkbox-input.tsx'
import dialogStyles from '../../../components/dialog.module.css'
import { DialogWindow } from '../../../components/dialog-window.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { classNames } from '../../../theme/class-names.ts'
import styles from './delete-dialog.module.css'
import { stayWords } from './deletion-words.ts'

type Props = {
  /** What the list shows now. */
  readonly filter: string
  readonly onClose: () => void
  readonly onDelete: (includesKept: boolean) => void
}

/** Says how many callbacks a filter shows before they are deleted. */
export function DeleteDialog({ filter, onClose, onDelete }: Props) {
  const { countDeletion } = useWorkbench()
  const [includesKept, setIncludesKept] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['count-deletion', filter],
    queryFn: () => countDeletion({ what: { kind: 'filter', filter }, includesKept: false }),
    gcTime: 0,
  })
  const count = data === undefined ? null : data.count + (includesKept ? data.kept : 0)
  const title = filter === everything ? 'Delete all callbacks' : 'Delete what the filter shows'
  return (
    <DialogWindow isOpen onClose={onClose} role="alertdialog" className={styles.modal}>
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        {title}
      </Heading>
      {filter !== everything && <code className={styles.filter}>{filter}</code>}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <p aria-live="polite">
        {count === null
          ? 'Counting…'
          : `${aboutText(data?.isExact)}${countText(count, 'callback')} will be deleted.`}{' '}
        {data !== undefined && data.kept > 0 && !includesKept && stayWords(data.kept)}
      </p>
      {data !== undefined && data.kept > 0 && (
        <CheckboxInput isSelected={includesKept} onChange={setIncludesKept}>
          Pinned and noted ones too
        </CheckboxInput>
      )}
      <p className={styles.hint}>You can undo this for 10 seconds.</p>
      <div className={dialogStyles.buttons}>
        <Button autoFocus onPress={onClose}>
          Cancel
        </Button>
        <Button
          look="danger"
          isDisabled={count === null || count === 0}
          onPress={() => onDelete(includesKept)}
        >
          Delete
        </Button>
      </div>
    </DialogWindow>
  )
}

function aboutText(isExact: boolean | undefined): string {
  return isExact === false ? 'About ' : ''
}
