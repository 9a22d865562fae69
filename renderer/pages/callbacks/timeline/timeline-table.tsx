import { type Timeline, totalOf } from '#shared/timeline/timeline.ts'
import styles from './timeline.module.css'
import { kindWord, listedKinds, rangeWords, spanWords } from './timeline-words.ts'

const MOST_ROWS = 40

/** The newest buckets that are not empty, for those who do not see the strip. */
export function TimelineTable({ timeline }: { readonly timeline: Timeline }) {
  const { buckets, bucketMs } = timeline
  const full = buckets.filter((bucket) => totalOf(bucket) > 0)
  const shown = full.slice(-MOST_ROWS).toReversed()
  const left = full.length - shown.length
  const nowMs = Date.now()
  return (
    <table className={styles.hidden}>
      <caption>
        Callbacks in every {spanWords(bucketMs)} that has any, newest first
        {left > 0 && `; ${left} earlier ones are left out`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          {listedKinds.map((kind) => (
            <th key={kind} scope="col">
              {kindWord(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((bucket) => (
          <tr key={bucket.startMs}>
            <th scope="row">
              {rangeWords({ fromMs: bucket.startMs, toMs: bucket.startMs + bucketMs }, nowMs)}
            </th>
            {listedKinds.map((kind) => (
              <td key={kind}>{bucket[kind]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
