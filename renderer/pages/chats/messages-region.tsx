import { type RefObject, useEffect, useRef } from 'react'
import type { Conversation } from '#shared/chats.ts'
import { focusPane } from '../../commands/focus-pane.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { StandIn } from '../../components/stand-in.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { type ChosenConversation, useChatsDesk } from './chats-desk.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { MessageLog } from './message-log.tsx'
import styles from './messages-region.module.css'
import { ReplyBox } from './reply-box.tsx'
import { useConversation } from './use-conversation.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useMessages } from './use-messages.ts'
import { useSelectNewest } from './use-select-newest.ts'

type Props = {
  readonly chosen: ChosenConversation
  /** As the list has it, if it does. */
  readonly conversation: Conversation | null
  /** Called when something has changed in the conversation. */
  readonly refresh: RefObject<() => void>
}

/** One conversation: who it is with, what was said, and the next reply. */
export function MessagesRegion({ chosen, conversation: listed, refresh }: Props) {
  const { id, aroundSeq } = chosen
  const isAtEnd = useRef(aroundSeq === null)
  const messages = useMessages(id, aroundSeq, isAtEnd)
  const { conversation, reload } = useConversation(id, listed)
  const markRead = useMarkRead(id, conversation?.unread ?? 0)
  useEffect(() => {
    refresh.current = () => {
      messages.refresh()
      reload()
    }
  })
  const { items, wanted, error } = messages.feed
  useSelectNewest(id, items)
  useWantedFocus()
  const isEmpty = items.length === 0
  return (
    <section aria-label="Conversation" className={styles.region} data-pane="details" data-scope="details">
      <ConversationHeader id={id} conversation={conversation} />
      {error !== null && (
        <div className={styles.error}>
          <ErrorBox error={error}>
            <Button onPress={messages.showNewest}>Try again</Button>
          </ErrorBox>
        </div>
      )}
      {isEmpty ? (
        <StandIn className={styles.nothing}>
          {wanted !== null && <Waiting>Loading the conversation…</Waiting>}
          {wanted === null && error === null && (
            <EmptyState sentence="Nothing of this conversation is left: its callbacks were deleted." />
          )}
        </StandIn>
      ) : (
        <MessageLog
          id={id}
          messages={messages}
          aroundSeq={aroundSeq}
          isAtEnd={isAtEnd}
          onEndSeen={markRead}
        />
      )}
      <ReplyBox id={id} lastInboundAtMs={conversation?.lastInboundAtMs ?? null} />
    </section>
  )
}

/** Takes the focus of whoever was sent here. */
function useWantedFocus(): void {
  const { isFocusWanted, endFocusWanted } = useChatsDesk()
  useEffect(() => {
    if (!isFocusWanted) return
    focusPane('details')
    endFocusWanted()
  }, [isFocusWanted, endFocusWanted])
}
