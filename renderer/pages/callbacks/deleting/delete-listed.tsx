import { Trash2 } from 'lucide-react'
import { Menu, MenuTrigger, Popover } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { everything } from '#shared/search/filter-text.ts'
import { useOfferActions } from '../../../commands/actions-provider.tsx'
import { CommandMenuItem } from '../../../components/command-menu-item.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import menuStyles from '../../../components/menu.module.css'
import { classNames } from '../../../theme/class-names.ts'
import { useCallbackList, useDesk } from '../callbacks-provider.tsx'
import { useFeed } from '../feed-store.ts'
import { selectedSeqs } from '../list-selection.ts'
import { useDeleteFromList } from './delete-from-list.tsx'

/** The ways to delete from the list: what is selected, what the filter shows, or everything. */
export function DeleteListed() {
  const { filter } = useCallbackList()
  const isEmpty = useFeed(({ rows }) => rows.length === 0)
  const isNothingStored = useFeed(({ total }) => total === 0)
  const { selection } = useDesk().desk
  const { deleteSelected, askForFilter } = useDeleteFromList()
  const count = selectedSeqs(selection).length
  const isNothingFiltered = filter === everything || isEmpty
  const deleteListed = () => askForFilter(filter)
  const deleteEverything = () => askForFilter(everything)
  useOfferActions({
    ...(!isNothingFiltered && { deleteListed }),
    ...(!isNothingStored && { deleteEverything }),
  })
  return (
    <MenuTrigger>
      <IconButton label="Delete callbacks" hasBorder>
        <Trash2 size={15} aria-hidden />
      </IconButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end">
        <Menu aria-label="Delete callbacks" className={classNames(menuStyles.menu)}>
          <CommandMenuItem
            command="list.delete"
            label={
              count > 1
                ? `Delete the ${countText(count, 'selected callback')}`
                : 'Delete the selected callback'
            }
            isDisabled={count === 0}
            onAction={deleteSelected}
          />
          <CommandMenuItem command="delete.listed" isDisabled={isNothingFiltered} onAction={deleteListed} />
          <CommandMenuItem
            command="delete.everything"
            isDisabled={isNothingStored}
            onAction={deleteEverything}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
