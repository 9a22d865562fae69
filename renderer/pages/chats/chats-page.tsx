import { useEffect, useEffectEvent, useRef } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { EmptyState } from '../../components/empty-state.tsx'
import panes from '../../components/panes.module.css'
import { StandIn } from '../../components/stand-in.tsx'
import { usePaneLayout } from '../../components/use-pane-layout.ts'
import { classNames } from '../../theme/class-names.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'
import { useChatsDesk } from './chats-desk.tsx'
import styles from './chats-page.module.css'
import { conversationKey, isSameConversation } from './conversation-key.ts'
import { ConversationsRegion } from './conversations-region.tsx'
import { MessagesRegion } from './messages-region.tsx'
import { useConversations } from './use-conversations.ts'

/** Callbacks and replies as conversations: who wrote on the left, what was said on the right. */
export function ChatsPage() {
  const { defaultLayout, onLayoutChanged } = usePaneLayout('chats-panes')
  const { chosen, search } = useChatsDesk()
  const refreshShown = useRef(() => {})
  const list = useConversations({
    search,
    onChanged: (ids) => {
      const isShown = chosen !== null && (ids?.some((id) => isSameConversation(id, chosen.id)) ?? true)
      if (isShown) refreshShown.current()
    },
  })
  useSelectedCallback()
  return (
    <main className={panes.page}>
      <h1 className={panes.hidden}>Chats</h1>
      <Group
        className={classNames(panes.panes)}
        onLayoutChanged={onLayoutChanged}
        {...(defaultLayout && { defaultLayout })}
      >
        <Panel id="conversations" defaultSize="30%" minSize="250px" groupResizeBehavior="preserve-pixel-size">
          <ConversationsRegion list={list} />
        </Panel>
        <Separator className={classNames(panes.separator)} aria-label="Width of the list" />
        <Panel id="messages" minSize="360px">
          {chosen === null ? (
            <section className={styles.none} aria-label="Conversation" data-pane="details">
              <StandIn className={styles.choose}>
                <EmptyState sentence="Choose a conversation to read it." />
              </StandIn>
            </section>
          ) : (
            <MessagesRegion
              key={`${conversationKey(chosen.id)} ${chosen.aroundSeq ?? ''}`}
              chosen={chosen}
              conversation={list.feed.conversations.find((one) => isSameConversation(one, chosen.id)) ?? null}
              refresh={refreshShown}
            />
          )}
        </Panel>
      </Group>
    </main>
  )
}

/** A callback that was picked on the Callbacks page is shown here too. */
function useSelectedCallback(): void {
  const { desk } = useDesk()
  const { chosen, choose, isChosenAhead } = useChatsDesk()
  const onOpen = useEffectEvent(() => {
    if (chosen !== null && isChosenAhead) return choose(chosen.id)
    const { selection, form } = desk
    const { source } = form
    if (selection.mode === 'following' || source === null || source.seq !== selection.seq) return
    const { psid, pageId, seq } = source
    if (psid === null || pageId === null) return
    if (!isSameConversation(chosen?.id ?? null, { psid, pageId })) choose({ psid, pageId }, seq)
  })
  useEffect(() => onOpen(), [])
}
