import type { SimulatorDelivery } from '#shared/simulator.ts'
import { Card } from '../../components/card.tsx'
import { durationText } from '../../format/format-duration.ts'
import { listTime } from '../../format/format-time.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './simulate.module.css'

/** What the simulator has posted lately, and what it was answered. */
export function DeliveriesTable({ deliveries }: { readonly deliveries: readonly SimulatorDelivery[] }) {
  return (
    <Card title="Recent deliveries">
      {deliveries.length === 0 ? (
        <p className={styles.none}>
          Nothing has been delivered yet. Send a message to the Page to see the first one.
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Kind</th>
              <th scope="col">Type</th>
              <th scope="col">URL</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function DeliveryRow({ delivery }: { readonly delivery: SimulatorDelivery }) {
  const { atMs, kind, type, url, result } = delivery
  const isOk = result.kind === 'answered' && result.httpStatus >= 200 && result.httpStatus < 300
  return (
    <tr>
      <td className={styles.time}>{listTime(atMs, Date.now())}</td>
      <td>{kind}</td>
      <td>{type}</td>
      <td className={styles.url}>{url}</td>
      <td className={classNames(isOk ? styles.ok : styles.bad)}>{resultText(result)}</td>
    </tr>
  )
}

function resultText(result: SimulatorDelivery['result']): string {
  if (result.kind === 'failed') return `failed: ${result.reason}`
  return `${result.httpStatus} in ${durationText(result.durationMs)}`
}
