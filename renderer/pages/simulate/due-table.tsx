import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { DueRetry, RetryClockView } from '#shared/simulator.ts'
import { Card } from '../../components/card.tsx'
import { listTime } from '../../format/format-time.ts'
import { shortId } from '../../format/short-id.ts'
import { clockAt, dueWords } from './retry-clock-times.ts'
import styles from './side-table.module.css'

type Props = { readonly clock: RetryClockView; readonly nowMs: number }

/** What is delivered again when, on the clock of the retries and in real time, and why. */
export function DueTable({ clock, nowMs }: Props) {
  const more = clock.dueCount - clock.due.length
  return (
    <Card title={`Due: ${countText(clock.dueCount, 'callback')}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Callback</th>
            <th scope="col">On the clock</th>
            <th scope="col">Real time</th>
          </tr>
        </thead>
        <tbody>
          {clock.due.map((retry) => (
            <DueRow key={retry.id} retry={retry} clock={clock} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles.more}>And {numberText(more)} more, later than these.</p>}
    </Card>
  )
}

function DueRow({ retry, clock, nowMs }: Props & { readonly retry: DueRetry }) {
  const words = dueWords(clock, retry.dueAtMs, nowMs)
  return (
    <tr>
      <td>
        <b>
          {retry.kind} {retry.type}
        </b>
        <span className={styles.second}>
          <code>{shortId(retry.messageUuid)}</code>{' '}
          <span className={styles.whole}>attempt {retry.attempt}</span>
        </span>
        <span className={styles.second}>{retry.because}</span>
      </td>
      <td className={styles.time}>
        {listTime(retry.dueAtMs, clockAt(clock, nowMs))}
        <span className={styles.second}>{words.clock}</span>
      </td>
      <td className={styles.whole}>{words.real}</td>
    </tr>
  )
}
