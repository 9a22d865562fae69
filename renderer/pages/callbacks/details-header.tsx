import type { ReactNode } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import { DROPPED } from '#shared/response-rule.ts'
import { durationText } from '../../format/format-duration.ts'
import { fullTime } from '../../format/format-time.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './details-header.module.css'
import { callbackTitle } from './row-words.ts'

type Props = {
  readonly row: CallbackRow
  /** The filter keeps it out of the list beside this. */
  readonly isHidden: boolean
  /** What can be done with it. */
  readonly children: ReactNode
}

/** What it is, when it came, and what it was answered. */
export function DetailsHeader({ row, isHidden, children }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h2 className={styles.title}>{callbackTitle(row)}</h2>
        <p className={styles.line}>
          received <span className={styles.time}>{fullTime(row.receivedAtMs, Date.now())}</span> ·{' '}
          <Answer answer={row.answer} />
        </p>
        {isHidden && <p className={styles.line}>The list’s filter does not show it.</p>}
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  )
}

function Answer({ answer }: { readonly answer: CallbackRow['answer'] }) {
  if (answer === null) return <>not answered</>
  if (answer.httpStatus === DROPPED) {
    return (
      <>
        <b className={styles.bad}>connection dropped</b> after {durationText(answer.durationMs)}
      </>
    )
  }
  const isOk = answer.httpStatus >= 200 && answer.httpStatus < 300
  return (
    <>
      answered <b className={classNames(isOk ? styles.ok : styles.bad)}>{answer.httpStatus}</b> in{' '}
      {durationText(answer.durationMs)}
    </>
  )
}
