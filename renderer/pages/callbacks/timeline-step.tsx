import { Check, CheckCheck, Clock, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './status-timeline.module.css'

type Props = {
  /** What has happened; `missing` for what should have. */
  readonly status: string
  /** How long it took; null for what has not happened. */
  readonly after: string | null
  readonly isCurrent?: boolean
  readonly children: ReactNode
}

/** One line of a timeline, with its sign and its delay. */
export function TimelineStep({ status, after, isCurrent = false, children }: Props) {
  const look = isFailedStatus(status) ? styles.failed : status === 'missing' ? styles.missing : undefined
  return (
    <li
      className={classNames(styles.step, look, isCurrent && styles.current)}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span className={classNames(styles.sign, status === 'read' && styles.read)}>
        <Sign status={status} />
      </span>
      <div className={styles.text}>{children}</div>
      {after !== null && <time>{after}</time>}
    </li>
  )
}

function Sign({ status }: { readonly status: string }) {
  if (status === 'missing') return <Clock size={14} aria-hidden />
  if (isFailedStatus(status)) return <X size={15} aria-hidden />
  const isArrived = status === 'delivered' || status === 'read'
  return isArrived ? <CheckCheck size={15} aria-hidden /> : <Check size={15} aria-hidden />
}
