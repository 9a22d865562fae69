import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import type { FormEvent } from 'react'
import { Heading } from 'react-aria-components'
import type { WireError } from '#shared/rpc.ts'
import type { SavedFilter } from '#shared/search/saved-filter.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import dialogStyles from '../components/dialog.module.css'
import { DialogWindow } from '../components/dialog-window.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { TextInput } from '../components/text-input.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { FilterField } from './filter-field.tsx'
import styles from './saved-filters.module.css'
import { useFilterEdits } from './use-filter-edits.ts'

/** Lets the saved filters be renamed, rewritten and deleted. Whoever is done keeps what they typed. */
export function EditFiltersDialog({ onClose }: { readonly onClose: () => void }) {
  const { savedFilters } = useWorkbenchState()
  const { changed, edit, shown, errorOf, isSaving, save } = useFilterEdits(savedFilters)
  const isChanged = changed.length > 0
  const finish = async () => {
    if (await save(changed)) onClose()
  }
  return (
    <DialogWindow
      isOpen
      // A click beside the dialog must not drop what was typed.
      isDismissable={!isChanged}
      onClose={onClose}
      className={styles.wide}
    >
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        Saved filters
      </Heading>
      {savedFilters.length === 0 && <EmptyState sentence="No filter is saved." />}
      <ul className={styles.list}>
        {savedFilters.map((saved) => (
          <SavedFilterItem
            key={saved.id}
            saved={saved}
            shown={shown(saved)}
            isChanged={changed.some(({ id }) => id === saved.id)}
            error={errorOf(saved.id)}
            onEdit={edit}
            onSave={(filter) => void save([filter])}
          />
        ))}
      </ul>
      <div className={dialogStyles.buttons}>
        {isChanged && <Button onPress={onClose}>Cancel</Button>}
        <Button look={isChanged ? 'primary' : 'plain'} isBusy={isSaving} onPress={() => void finish()}>
          {isChanged ? 'Save and close' : 'Done'}
        </Button>
      </div>
    </DialogWindow>
  )
}

type ItemProps = {
  readonly saved: SavedFilter
  /** With what was typed over it. */
  readonly shown: SavedFilter
  readonly isChanged: boolean
  /** Why it could not be saved. */
  readonly error: WireError | null
  readonly onEdit: (filter: SavedFilter) => void
  readonly onSave: (filter: SavedFilter) => void
}

function SavedFilterItem({ saved, shown, isChanged, error, onEdit, onSave }: ItemProps) {
  const { deleteFilter } = useWorkbench()
  const deleting = useMutation({ mutationFn: () => deleteFilter({ id: saved.id }) })
  const failure = error ?? (deleting.error === null ? null : explanationOf(deleting.error))
  const setText = (text: string) => onEdit({ ...shown, text })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isChanged) onSave(shown)
  }
  return (
    <li>
      <form className={styles.edited} onSubmit={submit} aria-label={saved.name}>
        <TextInput
          label="Name"
          value={shown.name}
          onChange={(value) => onEdit({ ...shown, name: value.slice(0, 80) })}
        />
        <FilterField
          label="Filter"
          placeholder="all callbacks"
          hasVisibleLabel
          text={shown.text}
          onType={setText}
          onChoose={setText}
          meanwhile="It is not saved like this."
        />
        <div className={styles.buttons}>
          <Button type="submit" size="small" isDisabled={!isChanged}>
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
      {failure !== null && <ErrorBox error={failure} />}
    </li>
  )
}
