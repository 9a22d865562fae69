import type { MessageContent } from '#shared/callback.ts'
import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import styles from './message-card.module.css'
import { RemoteMedia } from './remote-media.tsx'

type Props = { readonly seq: number; readonly content: MessageContent }

/** What an inbound message says. Addresses are text: nothing is loaded from them unless asked for. */
export function MessageCard({ seq, content }: Props) {
  switch (content.type) {
    case 'text':
      return (
        <Card title="Message" aside={<CopyButton what="message text" text={content.text} />}>
          <MessageText text={content.text} />
        </Card>
      )
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return (
        <Card
          title={`Message: ${content.type}`}
          aside={<CopyButton what={`${content.type} URL`} text={content.url} />}
        >
          <p className={styles.url}>{content.url}</p>
          <RemoteMedia key={seq} seq={seq} kind={content.type} url={content.url} />
        </Card>
      )
    case 'unsupported':
      return (
        <Card title="Message: unsupported">
          <p>
            Messenger sent something the Messages API does not pass on. There is nothing more in the callback.
          </p>
        </Card>
      )
    case 'unknown':
      return (
        <Card title={`Message: “${content.name}”`}>
          <p>This message type is not documented for Messenger. The Body tab shows all that was sent.</p>
        </Card>
      )
  }
}

/** So much of a text can be laid out without being felt. In UTF-16 units. */
const LONGEST_TEXT = 10_000

function MessageText({ text }: { readonly text: string }) {
  if (text.length <= LONGEST_TEXT) return <p className={styles.text}>{text}</p>
  return (
    <>
      <p className={styles.text}>{text.slice(0, LONGEST_TEXT)}…</p>
      <p>This is the beginning of the message. Copy takes all of it, and the Body tab shows it.</p>
    </>
  )
}
