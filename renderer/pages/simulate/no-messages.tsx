import type { SimulatedPerson } from '#shared/simulator.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { hashOfPage } from '../../shell/page-name.ts'
import styles from './no-messages.module.css'
import type { RunningSimulator } from './running-simulator.ts'

type Props = { readonly simulator: RunningSimulator; readonly person: SimulatedPerson }

/** What to do in an empty conversation, and how the developer's server can answer in it. */
export function NoMessages({ simulator, person }: Props) {
  return (
    <div className={styles.none}>
      <p>Write as {person.name} below. The simulator posts a signed callback, as Vonage would.</p>
      <p>To let your server answer here, send its replies to the simulator’s Messages API:</p>
      <dl className={styles.facts}>
        <dt>Base URL</dt>
        <dd>
          <code>{simulator.url}</code>
          <CopyButton what="base URL" text={simulator.url} />
        </dd>
        <dt>Credentials</dt>
        <dd>those of any profile here</dd>
        <dt>Signed as</dt>
        <dd>{simulator.signsAs}</dd>
        <dt>From</dt>
        <dd>
          <code>{simulator.settings.pageId}</code>
          <CopyButton what="Page ID" text={simulator.settings.pageId} />
        </dd>
        <dt>To</dt>
        <dd>
          <code>{person.psid}</code>
          <CopyButton what="PSID of the person" text={person.psid} />
        </dd>
      </dl>
      <p>
        Your server’s own credentials go into a profile in <a href={hashOfPage('settings')}>Settings</a>.
        While it is in use, callbacks are signed for your server.
      </p>
    </div>
  )
}
