import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import { numberText } from '#shared/number-text.ts'
import { keyboardScrollable } from '../../components/keyboard-scrollable.ts'
import styles from '../../components/message-log.module.css'
import { NewestPill } from '../../components/newest-pill.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { usePersonName } from '../../people/person-names.tsx'
import { useDesk } from '../callbacks/callbacks-provider.tsx'
import { dayWords } from '../simulate/chat-items.ts'
import { ChatBubble } from './chat-bubble.tsx'
import { logEntries } from './log-entries.ts'
import { itemKey, seqsOf } from './messages-feed.ts'
import { useLogScroll } from './use-log-scroll.ts'
import type { Messages } from './use-messages.ts'
import { useUnseen } from './use-unseen.ts'

type Props = {
  readonly id: ConversationId
  readonly messages: Messages
  /** The callback whose message is shown first. */
  readonly aroundSeq: number | null
  readonly isAtEnd: RefObject<boolean>
  /** The newest message is in view. */
  readonly onEndSeen: () => void
}

/** The messages of a person and a Page, oldest first, a few hundred at a time. */
export function MessageLog({ id, messages, aroundSeq, isAtEnd, onEndSeen }: Props) {
  const { feed, loadOlder, loadNewer, showNewest } = messages
  const { items, hasOlder, hasNewer, wanted } = feed
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLOListElement>(null)
  const name = usePersonName(id.psid)
  const selected = useDesk().desk.selection.seq
  const isIdle = wanted === null
  const onNearStart = useCallback(() => {
    if (hasOlder && isIdle) loadOlder()
  }, [hasOlder, isIdle, loadOlder])
  const onNearEnd = useCallback(() => {
    if (hasNewer && isIdle) loadNewer()
  }, [hasNewer, isIdle, loadNewer])
  const scroll = useLogScroll({
    ...{ box, content, items, isAtEnd, onNearStart, onNearEnd },
    isEndLoaded: !hasNewer,
  })
  const unseen = useUnseen(items, scroll.isAway)
  useEffect(() => {
    if (!scroll.isAway && items.length > 0) onEndSeen()
  }, [scroll.isAway, items, onEndSeen])
  useShowFirst(messages, aroundSeq, scroll.show)
  const entries = useMemo(() => logEntries(items), [items])
  const toNewest = () => {
    if (hasNewer) showNewest()
    scroll.toEnd()
  }
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-label={`Messages of ${name ?? id.psid}`}
        className={styles.box}
        onScroll={scroll.onScroll}
        {...keyboardScrollable}
        data-pane-focus
      >
        {wanted?.kind === 'before' && <Waiting>Loading earlier messages…</Waiting>}
        <ol ref={content} className={styles.items}>
          {entries.map((entry) =>
            entry.kind === 'day' ? (
              <li key={entry.key} className={styles.day}>
                {dayWords(entry.atMs, Date.now())}
              </li>
            ) : (
              <ChatBubble
                key={entry.key}
                item={entry.item}
                isFirst={entry.isFirst}
                isSelected={selected !== null && seqsOf(entry.item).includes(selected)}
                name={name}
              />
            ),
          )}
        </ol>
      </div>
      {scroll.isAway && (
        <NewestPill at="bottom" onPress={toNewest}>
          {unseen > 0 && !hasNewer ? `${numberText(unseen)} new` : 'Newest'}
        </NewestPill>
      )}
    </div>
  )
}

/** Brings the message that was asked for into view, once it is there. */
function useShowFirst({ feed }: Messages, aroundSeq: number | null, show: (key: string) => void): void {
  const isDone = useRef(aroundSeq === null)
  const item = feed.items.find((one) => aroundSeq !== null && seqsOf(one).includes(aroundSeq))
  const key = item === undefined ? null : itemKey(item)
  useEffect(() => {
    if (isDone.current || key === null) return
    isDone.current = true
    show(key)
  }, [key, show])
}
