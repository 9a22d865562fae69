import { Trash2 } from 'lucide-react'
import { Menu, MenuTrigger, Popover } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { everything } from '#shared/search/filter-text.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import menuStyles from '../../../components/menu.module.css'
import { classNames } from '../../../theme/class-names.ts'
import { useCallbackList, useDesk } from '../callbacks-provider.tsx'
import { useFeed } from '../feed-store.ts'
import { selectedSeqs } from '../list-selection.ts'
import { ReplayMenuItem } from '../replay-menu-item.tsx'
import { useDeleteFromList } from './delete-from-list.tsx'

/** The ways to delete from the list: what is selected, what the filter shows, or everything. */
export function DeleteListed() {
  const { filter } = useCallbackList()
  const isEmpty = useFeed(({ rows }) => rows.length === 0)
  const isNothingStored = useFeed(({ total }) => total === 0)
  const { selection } = useDesk().desk
  const { deleteSelected, askForFilter } = useDeleteFromList()
  const count = selectedSeqs(selection).length
  return (
    <MenuTrigger>
      <IconButton label="Delete callbacks" hasBorder>
        <Trash2 size={15} aria-hidden />
      </IconButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end">
        <Menu aria-label="Delete callbacks" className={classNames(menuStyles.menu)}>
          <ReplayMenuItem
            label={
              count > 1
                ? `Delete the ${countText(count, 'selected callback')}`
                : 'Delete the selected callback'
            }
            isDisabled={count === 0}
            onAction={deleteSelected}
            command="list.delete"
          />
          <ReplayMenuItem
            label="Delete what the filter shows…"
            isDisabled={filter === everything || isEmpty}
            onAction={() => askForFilter(filter)}
          />
          <ReplayMenuItem
            label="Delete all callbacks…"
            isDisabled={isNothingStored}
            onAction={() => askForFilter(everything)}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
