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
          <p className={styles.text}>{content.text}</p>
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
