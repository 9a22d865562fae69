import { useMemo, useRef } from 'react'
import type { ChatBubble, SimulatedPerson } from '#shared/simulator.ts'
import { keyboardScrollable } from '../../components/keyboard-scrollable.ts'
import styles from '../../components/message-log.module.css'
import { NewestPill } from '../../components/newest-pill.tsx'
import { Bubble } from './bubble.tsx'
import { chatItems, dayWords } from './chat-items.ts'
import { useBottomScroll } from './use-bottom-scroll.ts'

type Props = { readonly person: SimulatedPerson; readonly bubbles: readonly ChatBubble[] }

/** The messages of one person and the Page, oldest first. */
export function ChatLog({ person, bubbles }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLOListElement>(null)
  const scroll = useBottomScroll({ box, content })
  const items = useMemo(() => chatItems(bubbles), [bubbles])
  return (
    <div className={styles.frame}>
      {/* Replies are announced by the page, once each; progress is not. */}
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-label={`Messages of ${person.name}`}
        className={styles.box}
        onScroll={scroll.onScroll}
        {...keyboardScrollable}
      >
        <ol ref={content} className={styles.items}>
          {items.map((item) =>
            item.kind === 'day' ? (
              <li key={item.key} className={styles.day}>
                {dayWords(item.atMs, Date.now())}
              </li>
            ) : (
              <Bubble key={item.key} bubble={item.bubble} isFirst={item.isFirst} name={person.name} />
            ),
          )}
        </ol>
      </div>
      {scroll.isAway && (
        <NewestPill at="bottom" onPress={scroll.toEnd}>
          Newest
        </NewestPill>
      )}
    </div>
  )
}
