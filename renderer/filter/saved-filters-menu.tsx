import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { everything } from '#shared/search/filter-text.ts'
import { Button } from '../components/button.tsx'
import menuStyles from '../components/menu.module.css'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { EditFiltersDialog } from './edit-filters-dialog.tsx'
import { SaveFilterDialog } from './save-filter-dialog.tsx'
import styles from './saved-filters.module.css'

type Props = { readonly filter: string; readonly onApply: (filter: string) => void }

/** Filters with a name: applied, saved, and edited. */
export function SavedFiltersMenu({ filter, onApply }: Props) {
  const { savedFilters } = useWorkbenchState()
  const [asked, setAsked] = useState<'save' | 'edit' | null>(null)
  const close = () => setAsked(null)
  const isNothing = filter === everything
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
            <MenuItem
              id="save"
              isDisabled={isNothing}
              className={classNames(menuStyles.item)}
              onAction={() => setAsked('save')}
            >
              {isNothing ? 'Save this filter… (nothing is filtered)' : 'Save this filter…'}
            </MenuItem>
            <MenuItem
              id="edit"
              isDisabled={savedFilters.length === 0}
              className={classNames(menuStyles.item)}
              onAction={() => setAsked('edit')}
            >
              Edit saved filters…
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {asked === 'save' && <SaveFilterDialog filter={filter} onClose={close} />}
      {asked === 'edit' && <EditFiltersDialog onClose={close} />}
    </>
  )
}
