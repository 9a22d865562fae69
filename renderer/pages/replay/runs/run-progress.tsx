import { numberText } from '#shared/number-text.ts'
import type { ReplayRun } from '#shared/replay.ts'
import styles from './runs.module.css'

/** How far a run has got. */
export function RunProgress({ run: { sent, total, targetName } }: { readonly run: ReplayRun }) {
  const text = `${numberText(sent)} of ${numberText(total)}`
  return (
    <span className={styles.progress}>
      <progress
        value={sent}
        max={Math.max(1, total)}
        aria-label={`Sent to ${targetName}`}
        aria-valuetext={text}
        className={styles.meter}
      />
      <span className={styles.sent}>{text}</span>
    </span>
  )
}
