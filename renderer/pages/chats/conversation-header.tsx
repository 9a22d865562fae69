import { Pencil } from 'lucide-react'
import { type Conversation, type ConversationId, MOST_COUNTED } from '#shared/chats.ts'
import { countText } from '#shared/count-text.ts'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'
import { windowWords } from '#shared/messenger/window-words.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { NameDialog } from '../../people/name-dialog.tsx'
import { usePersonName } from '../../people/person-names.tsx'
import { useNow } from '../../state/use-now.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './messages-region.module.css'

type Props = { readonly id: ConversationId; readonly conversation: Conversation | null }

/** Who the conversation is with, and how long they may be written to. */
export function ConversationHeader({ id, conversation }: Props) {
  const { psid, pageId } = id
  const name = usePersonName(psid)
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <div className={styles.title}>
          <h2 dir="auto" title={name ?? psid}>
            {name ?? 'Person without a name'}
          </h2>
          <NameDialog
            psid={psid}
            trigger={
              <IconButton label={name === null ? 'Name this person' : 'Rename this person'}>
                <Pencil size={14} aria-hidden />
              </IconButton>
            }
          />
        </div>
        <div className={styles.ids}>
          <Id label="PSID" value={psid} what="PSID" />
          <Id label="Page" value={pageId} what="Page ID" />
          {conversation !== null && <span className={styles.count}>{messagesText(conversation)}</span>}
        </div>
      </div>
      {conversation !== null && <Window lastInboundAtMs={conversation.lastInboundAtMs} />}
    </header>
  )
}

type IdProps = { readonly label: string; readonly value: string; readonly what: string }

function Id({ label, value, what }: IdProps) {
  return (
    <span className={styles.id}>
      {label} <code title={value}>{value}</code>
      <CopyButton what={what} text={value} />
    </span>
  )
}

function Window({ lastInboundAtMs }: { readonly lastInboundAtMs: number | null }) {
  const nowMs = useNow()
  const { tone, text } = windowWords(messengerWindow(lastInboundAtMs, nowMs), nowMs)
  return (
    <span className={classNames(styles.window, styles[tone])} title="The person’s 24-hour window">
      {tone === 'unknown' ? text : `Window ${text}`}
    </span>
  )
}

function messagesText({ messages }: Conversation): string {
  const most = MOST_COUNTED.messages
  const count = messages.person + messages.page
  const isMore = messages.person >= most || messages.page >= most
  return isMore ? `over ${countText(most, 'message')}` : countText(count, 'message')
}
