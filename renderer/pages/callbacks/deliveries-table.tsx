import type { Delivery } from '#shared/callback.ts'
import { Tag } from '../../components/tag.tsx'
import { fullTime } from '../../format/format-time.ts'
import styles from './deliveries-table.module.css'
import { answerWords, deliveriesSentence, offsetWords, scheduleWords } from './delivery-words.ts'

/** Every time this event was delivered: when, whether that is when Vonage repeats, and what it was answered. */
export function DeliveriesTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  return (
    <>
      <p>{deliveriesSentence(deliveries)}</p>
      <table className={styles.table} aria-label="Deliveries">
        <thead>
          <tr>
            <th scope="col">Received</th>
            <th scope="col">After the first</th>
            <th scope="col">Vonage’s schedule</th>
            <th scope="col">Our answer</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.seq} delivery={delivery} />
          ))}
        </tbody>
      </table>
      {deliveries.length > 1 && (
        <p className={styles.note}>
          The schedule is the one Vonage documents for its sandbox. A repeat from a script or a replay need
          not fit it.
        </p>
      )}
    </>
  )
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const answer = answerWords(delivery)
  const schedule = scheduleWords(delivery)
  return (
    <tr>
      <td className={styles.time}>{fullTime(delivery.receivedAtMs, Date.now())}</td>
      <td className={styles.time}>{offsetWords(delivery)}</td>
      <td>
        {schedule !== null && (
          <>
            <Tag tone={schedule.tone}>{schedule.word}</Tag>
            <span className={styles.expected}>expected {delivery.schedule?.expected}</span>
          </>
        )}
      </td>
      <td>
        <Tag tone={answer.tone}>{answer.word}</Tag>
        {answer.after !== null && <span className={styles.expected}>after {answer.after}</span>}
      </td>
    </tr>
  )
}
