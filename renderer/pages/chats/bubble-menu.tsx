import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ConversationItem } from '#shared/chats.ts'
import type { ExchangeSubject } from '#shared/exchange.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { IconButton } from '../../components/icon-button.tsx'
import menuStyles from '../../components/menu.module.css'
import { ExchangeDialog } from '../../lanes/exchange-dialog.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './chat-bubble.module.css'
import { seqsOf } from './messages-feed.ts'
import { useShowCallback } from './use-show-callback.ts'

type Props = { readonly item: ConversationItem; readonly text: string }

/** What can be done with a message. */
export function BubbleMenu({ item, text }: Props) {
  const [isExchangeOpen, setIsExchangeOpen] = useState(false)
  const show = useShowCallback()
  const copy = useCopy()
  const seq = seqsOf(item).at(-1)
  const messageUuid = uuidOf(item)
  return (
    <span className={styles.menu}>
      <MenuTrigger>
        <IconButton label="What can be done with this message">
          <Ellipsis size={15} aria-hidden />
        </IconButton>
        <Popover className={classNames(menuStyles.popover)} placement="bottom end">
          <Menu aria-label="This message" className={classNames(menuStyles.menu)}>
            {seq !== undefined && (
              <Item
                label={
                  item.from === 'person' ? 'Show on Callbacks page' : 'Show newest status on Callbacks page'
                }
                onAction={() => show(seq)}
              />
            )}
            <Item label="Exchange…" onAction={() => setIsExchangeOpen(true)} />
            <Item label="Copy text" onAction={() => copy({ text, what: 'text' })} />
            {messageUuid !== null && (
              <Item
                label="Copy message UUID"
                onAction={() => copy({ text: messageUuid, what: 'message UUID' })}
              />
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isExchangeOpen && (
        <ExchangeDialog subject={subjectOf(item)} onShow={show} onClose={() => setIsExchangeOpen(false)} />
      )}
    </span>
  )
}

function Item({ label, onAction }: { readonly label: string; readonly onAction: () => void }) {
  return (
    <MenuItem textValue={label} onAction={onAction} className={classNames(menuStyles.item)}>
      {label}
    </MenuItem>
  )
}

function uuidOf(item: ConversationItem): string | null {
  switch (item.from) {
    case 'person':
      return item.row.messageUuid
    case 'here':
      return item.reply.outcome.kind === 'accepted' ? item.reply.outcome.messageUuid : null
    case 'server':
      return item.messageUuid
  }
}

function subjectOf(item: ConversationItem): ExchangeSubject {
  return item.from === 'here'
    ? { kind: 'reply', id: item.reply.id }
    : { kind: 'callback', seq: item.from === 'person' ? item.row.seq : item.place.id }
}
