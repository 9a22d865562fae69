import { ChevronDown, Repeat } from 'lucide-react'
import { Button as AriaButton, Menu, MenuTrigger, Popover } from 'react-aria-components'
import type { CallbackRow } from '#shared/callback.ts'
import type { ReplaySelection } from '#shared/replay.ts'
import { Button } from '../../components/button.tsx'
import { CommandMenuItem } from '../../components/command-menu-item.tsx'
import menuStyles from '../../components/menu.module.css'
import { useUsualTarget } from '../../replay-dialog/use-usual-target.ts'
import { classNames } from '../../theme/class-names.ts'
import { conversationOf } from './conversation-of.ts'
import { useReplayFromList } from './replay-from-list.tsx'
import styles from './replay-menu.module.css'

/** Replays the callback that is shown: at once, or in one of the other ways. */
export function ReplayShown({ row }: { readonly row: CallbackRow }) {
  const { ask, replayAtOnce, isStarting } = useReplayFromList()
  const target = useUsualTarget()
  const conversation = conversationOf(row)
  const itself: ReplaySelection = { kind: 'callbacks', seqs: [row.seq] }
  return (
    <span
      className={styles.split}
      title={target === null ? undefined : `To ${target.name}, ${target.baseUrl}`}
    >
      <Button
        size="small"
        command="replay.selected"
        isBusy={isStarting}
        onPress={() => replayAtOnce(row.seq)}
        aria-label="Replay this callback"
      >
        <Repeat size={13} aria-hidden />
        Replay
      </Button>
      <MenuTrigger>
        <AriaButton aria-label="More ways to replay" className={classNames(styles.more)}>
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
        <Popover className={classNames(menuStyles.popover)} placement="bottom end">
          <Menu aria-label="More ways to replay" className={classNames(menuStyles.menu)}>
            <CommandMenuItem command="replay.shown" label="Replay…" onAction={() => ask(itself)} />
            <CommandMenuItem
              command="replay.edit"
              label="Edit and replay…"
              onAction={() => ask(itself, 'edited')}
            />
            <CommandMenuItem
              command="replay.conversation"
              isDisabled={conversation === null}
              onAction={() => {
                if (conversation !== null) ask(conversation)
              }}
            />
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  )
}
