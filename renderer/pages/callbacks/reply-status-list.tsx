import { Check, CheckCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import type { Reply, StatusStep } from '#shared/reply.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { delayText, durationText } from '../../format/format-duration.ts'
import { shortId } from '../../format/short-id.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './reply-status-list.module.css'

/** The way of a reply so far: accepted, then each status with how long after the send it came. */
export function ReplyStatusList({ reply: { outcome, statuses } }: { readonly reply: Reply }) {
  if (outcome.kind !== 'accepted' && statuses.length === 0) return null
  return (
    <ul className={styles.list} aria-label="Reply status">
      {outcome.kind === 'accepted' && (
        <Step status="accepted" after={durationText(outcome.durationMs)}>
          accepted {outcome.httpStatus} ·{' '}
          <span className={styles.id}>
            {shortId(outcome.messageUuid)}
            <CopyButton what="message UUID" text={outcome.messageUuid} />
          </span>
        </Step>
      )}
      {statuses.map((step) => (
        <Step key={step.callbackSeq} status={step.status} after={delayText(step.delayMs)}>
          {step.status}
          <Reason step={step} />
        </Step>
      ))}
    </ul>
  )
}

type StepProps = { readonly status: string; readonly after: string; readonly children: ReactNode }

function Step({ status, after, children }: StepProps) {
  const isFailed = isFailedStatus(status)
  return (
    <li className={classNames(styles.step, isFailed && styles.failed)}>
      <span className={classNames(styles.sign, status === 'read' && styles.read)}>
        <Sign status={status} />
      </span>
      <span className={styles.text}>{children}</span>
      <time>{after}</time>
    </li>
  )
}

function Sign({ status }: { readonly status: string }) {
  if (isFailedStatus(status)) return <X size={15} aria-hidden />
  const isArrived = status === 'delivered' || status === 'read'
  return isArrived ? <CheckCheck size={15} aria-hidden /> : <Check size={15} aria-hidden />
}

function Reason({ step: { error } }: { readonly step: StatusStep }) {
  if (error === null) return null
  return <span>{[error.code, error.reason].filter((part) => part !== null).join(' · ')}</span>
}
