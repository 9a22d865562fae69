import type { SimulatorDelivery } from '#shared/simulator.ts'
import { Button } from '../../components/button.tsx'
import { Tag } from '../../components/tag.tsx'
import { listTime } from '../../format/format-time.ts'
import { shortId } from '../../format/short-id.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { classNames } from '../../theme/class-names.ts'
import { type Addresses, isCaptured, isTaken, resultText, shortUrl } from './delivery-words.ts'
import { faultWords } from './fault-words.ts'
import styles from './side-table.module.css'
import { useShowCaptured } from './use-show-captured.ts'

/** What the simulator has posted lately, and what it was answered. */
export function DeliveriesPanel({ deliveries }: { readonly deliveries: readonly SimulatorDelivery[] }) {
  const { listener: state } = useWorkbenchState()
  const listener = state.state === 'listening' ? state : null
  const showCaptured = useShowCaptured()
  if (deliveries.length === 0) {
    return (
      <p className={styles.none}>
        Nothing has been delivered yet. Send a message to the Page to see the first one.
      </p>
    )
  }
  return (
    <table className={styles.table} aria-label="Recent deliveries">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Callback</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            listener={listener}
            onShow={() => showCaptured(delivery)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly delivery: SimulatorDelivery
  readonly listener: Addresses | null
  readonly onShow: () => void
}

function DeliveryRow({ delivery, listener, onShow }: RowProps) {
  const { atMs, kind, type, url, attempt, fault, messageUuid, result } = delivery
  const isAnswered = result.kind === 'answered'
  const short = shortId(messageUuid)
  return (
    <tr>
      <td className={styles.time}>{listTime(atMs, Date.now())}</td>
      <td>
        <b>
          {kind} {type}
        </b>{' '}
        <span className={styles.second}>
          <code title={messageUuid}>{short}</code>
        </span>
        <span className={classNames(styles.second, styles.url)} title={url}>
          {shortUrl(url, listener)}
        </span>
        {(attempt > 1 || fault !== null) && (
          <span className={styles.tags}>
            {attempt > 1 && <Tag tone="warn">attempt {attempt}</Tag>}
            {fault !== null && <Tag>{faultWords[fault].title}</Tag>}
          </span>
        )}
      </td>
      <td>
        <span className={classNames(isTaken(delivery) ? styles.ok : styles.bad, isAnswered && styles.whole)}>
          {resultText(result)}
        </span>
        {isCaptured(delivery, listener) && (
          <Button size="small" look="quiet" onPress={onShow} aria-label={`Show the callback ${short}`}>
            Show
          </Button>
        )}
      </td>
    </tr>
  )
}
