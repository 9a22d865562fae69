import type { CallbackRow, StatusError } from '#shared/callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { Card } from '../../components/card.tsx'
import { Tag } from '../../components/tag.tsx'
import { delayText } from '../../format/format-duration.ts'
import styles from './status-card.module.css'

type Props = {
  readonly status: string
  readonly error: StatusError | null
  readonly reply: CallbackRow['reply']
}

/** What became of a message, and which reply that was. */
export function StatusCard({ status, error, reply }: Props) {
  const tone = isFailedStatus(status) ? 'bad' : 'neutral'
  return (
    <Card title="Status" aside={<Tag tone={tone}>{status}</Tag>}>
      {error !== null && (
        <p className={styles.error}>
          {error.code !== null && <b>{error.code}</b>} {error.reason}
        </p>
      )}
      <p>
        {reply === null
          ? 'Belongs to no reply sent from here.'
          : `Reply “${reply.summary}”, ${delayText(reply.delayMs)} after send.`}
      </p>
    </Card>
  )
}
