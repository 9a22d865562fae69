import type { ReactNode } from 'react'
import {
  MISSING_AFTER_MS,
  replyTimeline,
  type TimelineStep as Step,
} from '#shared/messenger/reply-timeline.ts'
import type { StatusStep } from '#shared/reply.ts'
import { Tag } from '../../components/tag.tsx'
import { delayText } from '../../format/format-duration.ts'
import { useNowAt } from '../../state/use-now-at.ts'
import { adviceOn, verbatimError } from './status-error-words.ts'
import styles from './status-timeline.module.css'
import { TimelineStep } from './timeline-step.tsx'
import { markWords, missingWords } from './timeline-words.ts'

type Props = {
  /** The accessible name of the list. */
  readonly label: string
  readonly statuses: readonly StatusStep[]
  /** When the message was sent or, if that is not known, when its first status came. */
  readonly sinceMs: number
  /** Whether something is amiss when statuses do not come. */
  readonly isWaiting: boolean
  /** Whether errors are explained here, and not beside the list. */
  readonly explainsErrors: boolean
  /** The status that is looked at, if one is. */
  readonly currentSeq?: number
  /** What came before the first status. */
  readonly children?: ReactNode
}

/** What became of a message: each status with its delay and what is odd about it, and those that should have come. */
export function StatusTimeline(props: Props) {
  const { label, statuses, sinceMs, isWaiting, explainsErrors, currentSeq, children } = props
  const nowMs = useNowAt(sinceMs + MISSING_AFTER_MS)
  const { steps, missing } = replyTimeline(statuses, sinceMs, nowMs)
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
      {steps.map((step) => (
        <TimelineStep
          key={step.callbackSeq}
          status={step.status}
          after={delayText(step.delayMs)}
          isCurrent={step.callbackSeq === currentSeq}
        >
          <Words step={step} />
          {explainsErrors && <Advice step={step} />}
        </TimelineStep>
      ))}
      {isWaiting &&
        missing.map((status) => (
          <TimelineStep key={status} status="missing" after={null}>
            <span className={styles.words} title={missingWords.why}>
              {status} {missingWords.word}
            </span>
          </TimelineStep>
        ))}
    </ul>
  )
}

function Words({ step }: { readonly step: Step }) {
  const verbatim = step.error === null ? null : verbatimError(step.error)
  return (
    <span className={styles.words}>
      <span className={styles.name}>{step.status}</span>
      {step.marks.map((mark) => (
        <span key={mark} title={markWords[mark].why}>
          <Tag tone="warn">{markWords[mark].word}</Tag>
        </span>
      ))}
      {verbatim !== null && <span className={styles.verbatim}>{verbatim}</span>}
    </span>
  )
}

function Advice({ step: { error } }: { readonly step: Step }) {
  if (error === null) return null
  const { meaning, fix } = adviceOn(error)
  return (
    <p className={styles.advice}>
      <b>{meaning}</b> {fix}
    </p>
  )
}
