import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { SavedFilter } from '#shared/search/saved-filter.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import dialogStyles from '../components/dialog.module.css'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { TextInput } from '../components/text-input.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { FilterField } from './filter-field.tsx'
import styles from './saved-filters.module.css'

/** Lets the saved filters be renamed, rewritten and deleted. */
export function EditFiltersDialog({ onClose }: { readonly onClose: () => void }) {
  const { savedFilters } = useWorkbenchState()
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={classNames(dialogStyles.overlay)}>
      <Modal className={classNames(dialogStyles.modal, styles.wide)}>
        <Dialog className={classNames(dialogStyles.dialog)}>
          <Heading slot="title" className={classNames(dialogStyles.title)}>
            Saved filters
          </Heading>
          {savedFilters.length === 0 && <EmptyState sentence="No filter is saved." />}
          <ul className={styles.list}>
            {savedFilters.map((saved) => (
              <SavedFilterItem key={saved.id} saved={saved} />
            ))}
          </ul>
          <div className={dialogStyles.buttons}>
            <Button onPress={onClose}>Done</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function SavedFilterItem({ saved }: { readonly saved: SavedFilter }) {
  const { saveFilter, deleteFilter } = useWorkbench()
  const [name, setName] = useState(saved.name)
  const [text, setText] = useState(saved.text)
  const saving = useMutation({ mutationFn: () => saveFilter({ id: saved.id, name, text }) })
  const deleting = useMutation({ mutationFn: () => deleteFilter({ id: saved.id }) })
  const isChanged = name.trim() !== saved.name || text.trim() !== saved.text
  const error = saving.error ?? deleting.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isChanged && name.trim() !== '') saving.mutate()
  }
  return (
    <li>
      <form className={styles.edited} onSubmit={submit} aria-label={saved.name}>
        <TextInput label="Name" value={name} onChange={(value) => setName(value.slice(0, 80))} />
        <FilterField
          label="Filter"
          placeholder="all callbacks"
          hasVisibleLabel
          text={text}
          onType={setText}
          onChoose={setText}
          meanwhile="It is not saved like this."
        />
        <div className={styles.buttons}>
          <Button type="submit" size="small" isDisabled={!isChanged || name.trim() === ''}>
            Save
          </Button>
          <ConfirmDialog
            trigger={
              <IconButton label={`Delete ${saved.name}`}>
                <Trash2 size={14} aria-hidden />
              </IconButton>
            }
            title={`Delete the filter ${saved.name}?`}
            action="Delete filter"
            onConfirm={() => deleting.mutate()}
          >
            <p>Callbacks are not touched.</p>
          </ConfirmDialog>
        </div>
      </form>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </li>
  )
}
