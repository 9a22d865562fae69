import type { CallbackRow, StatusError } from '#shared/callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { Card } from '../../components/card.tsx'
import { Tag } from '../../components/tag.tsx'
import { delayText } from '../../format/format-duration.ts'
import styles from './status-card.module.css'
import { adviceOn } from './status-error-words.ts'

type Props = {
  readonly status: string
  readonly error: StatusError | null
  readonly reply: CallbackRow['reply']
}

/** What became of a message, why, and which reply that was. */
export function StatusCard({ status, error, reply }: Props) {
  const isFailed = isFailedStatus(status)
  return (
    <Card title="Status" aside={<Tag tone={isFailed ? 'bad' : 'neutral'}>{status}</Tag>}>
      {error !== null && <ExplainedError error={error} />}
      {error === null && isFailed && <p>It came without an error, so the reason is not known.</p>}
      <p>
        {reply === null
          ? 'Belongs to no reply sent from here.'
          : `Reply “${reply.summary}”, ${delayText(reply.delayMs)} after send.`}
      </p>
    </Card>
  )
}

function ExplainedError({ error }: { readonly error: StatusError }) {
  const { meaning, fix } = adviceOn(error)
  return (
    <div className={styles.error}>
      <p className={styles.meaning}>{meaning}</p>
      <p>{fix}</p>
      <dl className={styles.verbatim}>
        <dt>Vonage wrote</dt>
        <dd>
          {error.code !== null && <b>{error.code}</b>} {error.reason}
        </dd>
      </dl>
    </div>
  )
}
