import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { everything } from '#shared/search/filter-text.ts'
import { useOfferActions } from '../commands/actions-provider.tsx'
import { Button } from '../components/button.tsx'
import { CommandMenuItem } from '../components/command-menu-item.tsx'
import menuStyles from '../components/menu.module.css'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { EditFiltersDialog } from './edit-filters-dialog.tsx'
import { SaveFilterDialog } from './save-filter-dialog.tsx'
import styles from './saved-filters.module.css'

type Props = {
  readonly filter: string
  readonly onApply: (filter: string) => void
  /** Whether this is the menu of the page, whose items are commands, and not one of a form. */
  readonly isOfPage?: boolean
}

/** Filters with a name: applied, saved, and edited. */
export function SavedFiltersMenu({ filter, onApply, isOfPage = false }: Props) {
  const { savedFilters } = useWorkbenchState()
  const [asked, setAsked] = useState<'save' | 'edit' | null>(null)
  const close = () => setAsked(null)
  const isNothing = filter === everything
  const save = () => setAsked('save')
  const edit = () => setAsked('edit')
  useOfferActions({
    ...(isOfPage && !isNothing && { saveFilter: save }),
    ...(isOfPage && savedFilters.length > 0 && { editFilters: edit }),
  })
  return (
    <>
      <MenuTrigger>
        <Button size="small" look="quiet" aria-label="Saved">
          <Bookmark size={13} aria-hidden />
          <span className={styles.word}>Saved</span>
        </Button>
        <Popover className={classNames(menuStyles.popover)} placement="bottom end">
          <Menu aria-label="Saved filters" className={classNames(menuStyles.menu)}>
            {savedFilters.length > 0 && (
              <MenuSection aria-label="Saved filters">
                <Header className={styles.heading}>Saved filters</Header>
                {savedFilters.map(({ id, name, text }) => (
                  <MenuItem
                    key={id}
                    id={id}
                    textValue={name}
                    className={classNames(menuStyles.item, styles.item)}
                    onAction={() => onApply(text)}
                  >
                    <span>{name}</span>
                    <code className={styles.text}>{text === everything ? 'all callbacks' : text}</code>
                  </MenuItem>
                ))}
              </MenuSection>
            )}
            {savedFilters.length > 0 && <Separator className={classNames(menuStyles.separator)} />}
            <CommandMenuItem
              command="filter.save"
              {...(isNothing && { label: 'Save this filter… (nothing is filtered)' })}
              isDisabled={isNothing}
              onAction={save}
            />
            <CommandMenuItem command="filter.edit" isDisabled={savedFilters.length === 0} onAction={edit} />
          </Menu>
        </Popover>
      </MenuTrigger>
      {asked === 'save' && <SaveFilterDialog filter={filter} onClose={close} />}
      {asked === 'edit' && <EditFiltersDialog onClose={close} />}
    </>
  )
}
