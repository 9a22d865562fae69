import type { Reply } from '#shared/reply.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { durationText } from '../../format/format-duration.ts'
import { shortId } from '../../format/short-id.ts'
import styles from './reply-status-list.module.css'
import { StatusTimeline } from './status-timeline.tsx'
import { TimelineStep } from './timeline-step.tsx'

/** The way of a reply so far: accepted, then each status with how long after the send it came. */
export function ReplyStatusList({ reply }: { readonly reply: Reply }) {
  const { outcome, statuses, sentAtMs } = reply
  const isAccepted = outcome.kind === 'accepted'
  if (!isAccepted && statuses.length === 0) return null
  return (
    <StatusTimeline
      key={reply.id}
      label="Reply status"
      statuses={statuses}
      sinceMs={sentAtMs}
      isWaiting={isAccepted}
      explainsErrors
    >
      {isAccepted && (
        <TimelineStep status="accepted" after={durationText(outcome.durationMs)}>
          <span className={styles.accepted}>
            accepted {outcome.httpStatus} ·{' '}
            <span className={styles.id}>
              {shortId(outcome.messageUuid)}
              <CopyButton what="message UUID" text={outcome.messageUuid} />
            </span>
          </span>
        </TimelineStep>
      )}
    </StatusTimeline>
  )
}
