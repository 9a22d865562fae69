import { Repeat } from 'lucide-react'
import { Menu, MenuTrigger, Popover } from 'react-aria-components'
import { everything } from '#shared/search/filter-text.ts'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { CommandMenuItem } from '../../components/command-menu-item.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import menuStyles from '../../components/menu.module.css'
import { classNames } from '../../theme/class-names.ts'
import { useCallbackList, useDesk } from './callbacks-provider.tsx'
import { conversationOf } from './conversation-of.ts'
import { useFeed } from './feed-store.ts'
import { selectedSeqs } from './list-selection.ts'
import { useReplayFromList } from './replay-from-list.tsx'
import { useListedRow } from './use-listed-row.ts'

/** The ways to replay from the list: what is selected, all that it shows, or a conversation. */
export function ReplayListed() {
  const { filter } = useCallbackList()
  const isEmpty = useFeed(({ rows }) => rows.length === 0)
  const { selection } = useDesk().desk
  const { ask } = useReplayFromList()
  const seqs = selectedSeqs(selection)
  const shown = useListedRow(selection.seq)
  const conversation = shown === null ? null : conversationOf(shown)
  const allLabel = filter === everything ? 'Replay all callbacks…' : 'Replay all that the filter shows…'
  const replayListed = () => ask({ kind: 'filter', filter })
  const replayConversation = conversation === null ? null : () => ask(conversation)
  useOfferActions({
    ...(!isEmpty && { replayListed }),
    ...(replayConversation !== null && { replayConversation }),
  })
  return (
    <MenuTrigger>
      <IconButton label="Replay callbacks" hasBorder>
        <Repeat size={15} aria-hidden />
      </IconButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end">
        <Menu aria-label="Replay callbacks" className={classNames(menuStyles.menu)}>
          <CommandMenuItem
            command="list.choose-replay"
            label={seqs.length > 1 ? `Replay the ${seqs.length} selected…` : 'Replay the selected callback…'}
            isDisabled={seqs.length === 0}
            onAction={() => ask({ kind: 'callbacks', seqs: [...seqs] })}
          />
          <CommandMenuItem
            command="replay.listed"
            label={allLabel}
            isDisabled={isEmpty}
            onAction={replayListed}
          />
          <CommandMenuItem
            command="replay.conversation"
            isDisabled={replayConversation === null}
            onAction={() => replayConversation?.()}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
