import type { SimulatedPerson, SimulatorRequest } from '#shared/simulator.ts'
import { Tag } from '../../components/tag.tsx'
import { listTime } from '../../format/format-time.ts'
import { shortId } from '../../format/short-id.ts'
import { messageWords, whoWords } from './request-words.ts'
import styles from './requests-panel.module.css'

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
    <ol className={styles.list} aria-label="API requests">
      {requests.map((request) => (
        <Request key={request.id} request={request} people={people} />
      ))}
    </ol>
  )
}

type RequestProps = { readonly request: SimulatorRequest; readonly people: readonly SimulatedPerson[] }

function Request({ request, people }: RequestProps) {
  const { atMs, method, path, httpStatus, refusal, messageUuid } = request
  const message = messageWords(request, people)
  return (
    <li className={styles.request}>
      <div className={styles.line}>
        <time className={styles.time} dateTime={new Date(atMs).toISOString()}>
          {listTime(atMs, Date.now())}
        </time>
        <code className={styles.path}>
          {method} {path}
        </code>
        <Tag tone={refusal === null ? 'ok' : 'bad'}>{httpStatus}</Tag>
      </div>
      {refusal !== null && (
        <p className={styles.refusal}>
          <b>{refusal.title}</b> {refusal.detail}
          {refusal.reason !== null && <span className={styles.reason}>{refusal.reason}</span>}
        </p>
      )}
      <p className={styles.about}>
        {message !== null && <span>{message}</span>}
        {messageUuid !== null && <code title={messageUuid}>{shortId(messageUuid)}</code>}
        <span>{whoWords(request.who)}</span>
      </p>
    </li>
  )
}
