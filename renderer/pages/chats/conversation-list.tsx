import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { focusPane } from '../../commands/focus-pane.ts'
import type { ListMove } from '../../commands/page-actions.ts'
import { useMinute } from '../../state/use-minute.ts'
import { indexAfter } from '../callbacks/list-move.ts'
import { useChatsDesk } from './chats-desk.tsx'
import { conversationKey, isSameConversation } from './conversation-key.ts'
import styles from './conversation-list.module.css'
import { CONVERSATION_HEIGHT, ConversationRow, conversationDomId } from './conversation-row.tsx'
import type { ConversationList as List } from './use-conversations.ts'

const OVERSCAN = 8
const LOAD_AHEAD_ROWS = 15

/**
 * The conversations, of which only those in view are in the page. One tab stop: the arrow keys choose, Enter goes to
 * the messages.
 */
export function ConversationList({ list }: { readonly list: List }) {
  const { feed, loadOlder } = list
  const { conversations, hasOlder, progress } = feed
  const { chosen, choose } = useChatsDesk()
  const box = useRef<HTMLDivElement>(null)
  const nowMs = useMinute()
  const virtual = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => box.current,
    estimateSize: () => CONVERSATION_HEIGHT,
    getItemKey: (index) => keyAt(conversations[index], index),
    overscan: OVERSCAN,
  })
  const items = virtual.getVirtualItems()
  const index = conversations.findIndex((one) => isSameConversation(one, chosen?.id ?? null))

  const lastShown = items.at(-1)?.index ?? 0
  const wantsOlder = hasOlder && progress === 'idle' && lastShown >= conversations.length - LOAD_AHEAD_ROWS
  useEffect(() => {
    if (wantsOlder) loadOlder()
  }, [wantsOlder, loadOlder])

  const move = (by: ListMove) => {
    const rowsPerPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / CONVERSATION_HEIGHT) - 1)
    const next = indexAfter(by, { index, count: conversations.length, rowsPerPage })
    const conversation = conversations[next]
    if (conversation === undefined) return
    choose(idOf(conversation))
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  useOfferActions({
    moveInList: move,
    openDetails: () => focusPane('details'),
    backToList: () => box.current?.focus(),
  })
  const isChosenShown = items.some((item) => item.index === index)
  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Conversations, newest first"
      tabIndex={0}
      data-scope="list"
      data-pane-focus
      {...(isChosenShown && chosen !== null && { 'aria-activedescendant': conversationDomId(chosen.id) })}
      className={styles.box}
    >
      <div role="presentation" className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const conversation = conversations[item.index]
          if (conversation === undefined) return null
          return (
            <ConversationRow
              key={item.key}
              conversation={conversation}
              index={item.index}
              setSize={hasOlder ? -1 : conversations.length}
              isSelected={item.index === index}
              nowMs={nowMs}
              onPick={choose}
            />
          )
        })}
      </div>
    </div>
  )
}

function idOf({ psid, pageId }: ConversationId): ConversationId {
  return { psid, pageId }
}

function keyAt(id: ConversationId | undefined, index: number): string | number {
  return id === undefined ? index : conversationKey(id)
}
