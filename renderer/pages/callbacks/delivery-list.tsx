import type { Delivery } from '#shared/callback.ts'
import { Tag } from '../../components/tag.tsx'
import { fullTime } from '../../format/format-time.ts'
import styles from './delivery-list.module.css'
import { answerWords, deliveriesSentence, offsetWords, scheduleWords } from './delivery-words.ts'

/** Every time this event was delivered: when, whether that is when Vonage repeats, and what it was answered. */
export function DeliveryList({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  return (
    <>
      <p>{deliveriesSentence(deliveries)}</p>
      <ol className={styles.list} aria-label="Deliveries">
        {deliveries.map((delivery) => (
          <OneDelivery key={delivery.seq} delivery={delivery} />
        ))}
      </ol>
      {deliveries.length > 1 && (
        <p className={styles.note}>
          The schedule is the one Vonage documents for its sandbox. A repeat from a script or a replay need
          not fit it.
        </p>
      )}
    </>
  )
}

function OneDelivery({ delivery }: { readonly delivery: Delivery }) {
  const answer = answerWords(delivery)
  const schedule = scheduleWords(delivery)
  return (
    <li className={styles.delivery}>
      <span className={styles.time}>
        {fullTime(delivery.receivedAtMs, Date.now())} <b>{offsetWords(delivery)}</b>
      </span>
      <span className={styles.answer}>
        <Tag tone={answer.tone}>{answer.word}</Tag>
        {answer.after !== null && <span className={styles.dim}>after {answer.after}</span>}
      </span>
      {schedule !== null && (
        <span className={styles.schedule}>
          <Tag tone={schedule.tone}>{schedule.word}</Tag>
          <span className={styles.dim}>expected {delivery.schedule?.expected}</span>
        </span>
      )}
    </li>
  )
}
