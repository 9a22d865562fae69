import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { TimeRange } from '#shared/timeline/buckets.ts'
import { type TimelineBucket, totalOf } from '#shared/timeline/timeline.ts'
import { KindSwatch } from './kind-swatch.tsx'
import styles from './timeline.module.css'
import { kindWord, listedKinds, rangeWords } from './timeline-words.ts'

const WIDTH = 196

type Props = {
  readonly counts: Omit<TimelineBucket, 'startMs'>
  readonly range: TimeRange
  /** What is not as it seems with these counts. */
  readonly doubt: string | null
  /** Where it points to, and how much room there is, in pixels. */
  readonly x: number
  readonly width: number
}

/** What a bucket or a selection holds, for those who see it; everybody else is told by the cursor. */
export function TimelineTooltip({ counts, range, doubt, x, width }: Props) {
  const left = Math.max(0, Math.min(width - WIDTH, x - WIDTH / 2))
  const total = totalOf(counts)
  return (
    <div className={styles.tooltip} style={{ left, width: Math.min(WIDTH, width) }} aria-hidden>
      <p className={styles.when}>{rangeWords(range, Date.now())}</p>
      <p className={styles.total}>{total === 0 ? 'No callbacks' : countText(total, 'callback')}</p>
      {listedKinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <p key={kind} className={styles.kind}>
            <KindSwatch kind={kind} />
            <span>{kindWord(kind)}</span>
            <span className={styles.number}>{numberText(counts[kind])}</span>
          </p>
        ))}
      <p className={styles.hint}>{doubt ?? 'Heights grow with the square root of the count.'}</p>
    </div>
  )
}
