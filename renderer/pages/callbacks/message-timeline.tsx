import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Tag } from '../../components/tag.tsx'
import { Waiting } from '../../components/waiting.tsx'
import styles from './status-card.module.css'
import { StatusTimeline } from './status-timeline.tsx'
import { useMessageStatuses } from './use-message-statuses.ts'

type Props = { readonly messageUuid: string; readonly seq: number }

/** All statuses of the message that a status callback is about. */
export function MessageTimeline({ messageUuid, seq }: Props) {
  const { found, error, reload } = useMessageStatuses(messageUuid)
  const isForeign = found !== null && found.sentAtMs === null
  return (
    <Card title="Timeline" aside={isForeign && <Tag>not sent from here</Tag>}>
      {error !== null && (
        <ErrorBox error={error}>
          <Button onPress={reload}>Try again</Button>
        </ErrorBox>
      )}
      {found === null && error === null && <Waiting>Looking for its statuses…</Waiting>}
      {found !== null && (
        <>
          <StatusTimeline
            label="Statuses of this message"
            statuses={found.statuses}
            sinceMs={found.sentAtMs ?? found.statuses[0]?.receivedAtMs ?? 0}
            isWaiting
            explainsErrors={false}
            currentSeq={seq}
          />
          <p className={styles.since}>Times count from {isForeign ? 'the first status' : 'the send'}.</p>
        </>
      )}
    </Card>
  )
}
