import type { SimulatedPerson, SimulatorRequest } from '#shared/simulator.ts'
import { Tag } from '../../components/tag.tsx'
import { listTime } from '../../format/format-time.ts'
import { shortId } from '../../format/short-id.ts'
import { classNames } from '../../theme/class-names.ts'
import { messageWords, whoWords } from './request-words.ts'
import styles from './side-table.module.css'

type Props = {
  readonly requests: readonly SimulatorRequest[]
  readonly people: readonly SimulatedPerson[]
}

/** What was asked of the simulated API lately, and what it answered: also what it refused at once. */
export function RequestsPanel({ requests, people }: Props) {
  if (requests.length === 0) {
    return (
      <p className={styles.none}>
        Nothing has been sent to the simulator’s API yet. Refused requests are listed here too, and why.
      </p>
    )
  }
  return (
    <table className={styles.table} aria-label="API requests">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Request</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} people={people} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { readonly request: SimulatorRequest; readonly people: readonly SimulatedPerson[] }

function RequestRow({ request, people }: RowProps) {
  const { atMs, method, path, httpStatus, refusal, messageUuid } = request
  const message = messageWords(request, people)
  return (
    <tr>
      <td className={styles.time}>{listTime(atMs, Date.now())}</td>
      <td>
        <code className={styles.path}>
          {method} {path}
        </code>
        {message !== null && <span className={styles.second}>{message}</span>}
        <span className={styles.second}>{whoWords(request.who)}</span>
      </td>
      <td>
        <Tag tone={refusal === null ? 'ok' : 'bad'}>{httpStatus}</Tag>
        {messageUuid !== null && (
          <span className={styles.second}>
            <code title={messageUuid}>{shortId(messageUuid)}</code>
          </span>
        )}
        {refusal !== null && (
          <>
            <b className={classNames(styles.refusal)}>{refusal.title}</b>
            <span className={styles.second}>{refusal.detail}</span>
            {refusal.reason !== null && <span className={styles.reason}>{refusal.reason}</span>}
          </>
        )}
      </td>
    </tr>
  )
}
