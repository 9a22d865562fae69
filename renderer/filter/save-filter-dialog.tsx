import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Heading } from 'react-aria-components'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { DialogWindow } from '../components/dialog-window.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { TextInput } from '../components/text-input.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './saved-filters.module.css'

type Props = { readonly filter: string; readonly onClose: () => void }

/** Asks for the name under which a filter is kept. A name that is taken gets the new filter. */
export function SaveFilterDialog({ filter, onClose }: Props) {
  const { saveFilter } = useWorkbench()
  const { savedFilters } = useWorkbenchState()
  const [name, setName] = useState('')
  const same = savedFilters.find((saved) => saved.name === name.trim())
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => saveFilter({ id: same?.id ?? null, name, text: filter }),
    onSuccess: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && !isPending) mutate()
  }
  return (
    <DialogWindow isOpen onClose={onClose} className={styles.modal}>
      <form className={styles.form} onSubmit={submit}>
        <Heading slot="title" className={classNames(dialogStyles.title)}>
          Save this filter
        </Heading>
        <code className={styles.filter}>{filter}</code>
        <TextInput
          label="Name"
          value={name}
          onChange={(value) => setName(value.slice(0, 80))}
          autoFocus
          hint={same === undefined ? null : `This takes the place of ${same.text}`}
          hintTone="warn"
        />
        {error !== null && <ErrorBox error={explanationOf(error)} />}
        <div className={dialogStyles.buttons}>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </DialogWindow>
  )
}
