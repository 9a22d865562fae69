import { memo } from 'react'
import type { ConversationItem } from '#shared/chats.ts'
import { RepeatTag } from '../../components/repeat-tag.tsx'
import { Tag } from '../../components/tag.tsx'
import { clockTime, localMoment } from '../../format/format-time.ts'
import { classNames } from '../../theme/class-names.ts'
import { PassedOnMark } from '../callbacks/passed-on-mark.tsx'
import { RemoteMedia } from '../callbacks/remote-media.tsx'
import { signatureWords } from '../callbacks/row-words.ts'
import { LongText } from '../simulate/long-text.tsx'
import { BubbleMenu } from './bubble-menu.tsx'
import { BubbleProgress } from './bubble-progress.tsx'
import styles from './chat-bubble.module.css'
import { fromWords, saidOf } from './message-words.ts'
import { itemKey } from './messages-feed.ts'

type Props = {
  readonly item: ConversationItem
  /** Says who wrote it. */
  readonly isFirst: boolean
  /** Whether it is of the selected callback. */
  readonly isSelected: boolean
  /** Of the person; null for one without a name. */
  readonly name: string | null
}

/** One message: the person's on the left, the Page's on the right with what became of it. */
export const ChatBubble = memo(function ChatBubble({ item, isFirst, isSelected, name }: Props) {
  const { atMs } = item.place
  const { label, text, look } = saidOf(item)
  return (
    <li
      data-key={itemKey(item)}
      className={classNames(
        styles.item,
        item.from === 'person' ? styles.person : styles.page,
        styles[item.from],
      )}
      aria-current={isSelected ? 'true' : undefined}
    >
      {isFirst && (
        <p className={styles.who} dir="auto">
          {item.from === 'person' ? (name ?? 'The person') : fromWords[item.from]}
        </p>
      )}
      <div className={styles.line}>
        <div className={styles.bubble}>
          {label !== null && <p className={styles.label}>{label}</p>}
          <LongText text={text} isCode={look === 'code'} isFaint={look === 'note'} />
          {item.from === 'person' && item.isCut && (
            <p className={styles.label}>The text goes on: the callback has all of it.</p>
          )}
          <Media item={item} />
        </div>
        <BubbleMenu item={item} text={text} />
      </div>
      <div className={styles.below}>
        <time dateTime={new Date(atMs).toISOString()} title={localMoment(atMs)}>
          {clockTime(atMs)}
        </time>
        {item.from === 'person' ? <Arrival item={item} /> : <BubbleProgress item={item} />}
      </div>
    </li>
  )
})

/** What a message of the person points to: fetched when somebody asks for it, through the stored callback. */
function Media({ item }: { readonly item: ConversationItem }) {
  if (item.from !== 'person') return null
  const { content, row } = item
  switch (content.type) {
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return <RemoteMedia seq={row.seq} kind={content.type} url={content.url} />
    default:
      return null
  }
}

/** How the callback of the person's message came in, as far as that is worth a word. */
function Arrival({ item: { row } }: { readonly item: Extract<ConversationItem, { from: 'person' }> }) {
  const { word, tone } = signatureWords[row.signature]
  return (
    <>
      {row.signature !== 'valid' && <Tag tone={tone}>{word}</Tag>}
      {row.attempts > 1 && <RepeatTag count={row.attempts} />}
      {row.passedOn !== null && <PassedOnMark passedOn={row.passedOn} />}
    </>
  )
}
