import { memo } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { type Conversation, type ConversationId, MOST_COUNTED } from '#shared/chats.ts'
import { listTime } from '../../format/format-time.ts'
import { shortId } from '../../format/short-id.ts'
import { usePersonName } from '../../people/person-names.tsx'
import { classNames } from '../../theme/class-names.ts'
import { windowHint } from '../callbacks/window-hint.ts'
import { conversationKey } from './conversation-key.ts'
import styles from './conversation-list.module.css'
import { lastWords } from './message-words.ts'

export const CONVERSATION_HEIGHT = 74

/** Ids come from callbacks and may hold anything: no spaces in the id of an element. */
export function conversationDomId(id: ConversationId): string {
  return `conversation-${encodeURIComponent(conversationKey(id))}`
}

type Props = {
  readonly conversation: Conversation
  readonly index: number
  readonly setSize: number
  readonly isSelected: boolean
  readonly nowMs: number
  readonly onPick: (id: ConversationId) => void
}

/** One conversation: with whom, what was said last, and how long the person may be written to. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { conversation, index, setSize, isSelected, nowMs, onPick } = props
  const { psid, pageId, last, unread, lastInboundAtMs } = conversation
  const name = usePersonName(psid)
  const hint = windowHint(lastInboundAtMs, nowMs)
  return (
    <div
      id={conversationDomId(conversation)}
      role="option"
      aria-selected={isSelected}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      tabIndex={-1}
      onMouseDown={(event) => {
        if (event.button === 0) onPick({ psid, pageId })
      }}
      className={classNames(styles.row, isSelected && styles.selected, unread > 0 && styles.isUnread)}
      style={{ height: CONVERSATION_HEIGHT, transform: `translateY(${index * CONVERSATION_HEIGHT}px)` }}
    >
      <span className={classNames(styles.name, name === null && styles.id)} dir="auto" title={psid}>
        {name ?? psid}
      </span>
      <time className={styles.time}>{listTime(last.atMs, Date.now())}</time>
      <span className={styles.last} dir="auto">
        {lastWords(conversation)}
      </span>
      {unread > 0 ? (
        <span className={styles.unread}>
          {unread >= MOST_COUNTED.unread ? `${MOST_COUNTED.unread - 1}+` : unread}
          <VisuallyHidden> unread</VisuallyHidden>
        </span>
      ) : (
        <span />
      )}
      <span className={styles.ids} title={`PSID ${psid}, Page ${pageId}`}>
        {name !== null && (
          <>
            <code>{shortId(psid)}</code> ·{' '}
          </>
        )}
        Page <code>{shortId(pageId)}</code>
      </span>
      {hint !== null && (
        <span className={classNames(styles.window, styles[hint.tone])} title="The person’s 24-hour window">
          <VisuallyHidden>24-hour window: </VisuallyHidden>
          {hint.text}
        </span>
      )}
    </div>
  )
})
