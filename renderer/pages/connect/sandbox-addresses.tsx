import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import styles from './connect.module.css'

/** The sandbox does not use the application's addresses: its two are pasted into its own page of the dashboard. */
export function SandboxAddresses() {
  const { addresses } = useWorkbenchState().tunnel
  return (
    <Card title="Addresses for the sandbox">
      <p className={styles.hint}>
        The sandbox has two webhook addresses of its own, on its page in the dashboard. No API sets them, so
        they are not put back either: note what is there now, then paste these and save.
      </p>
      {addresses === null ? (
        <p>Start the tunnel to get the addresses.</p>
      ) : (
        <dl className={styles.addresses}>
          <dt>Inbound webhook</dt>
          <dd>
            <span>{addresses.inboundUrl}</span>
            <CopyButton what="inbound webhook" text={addresses.inboundUrl} />
          </dd>
          <dt>Status webhook</dt>
          <dd>
            <span>{addresses.statusUrl}</span>
            <CopyButton what="status webhook" text={addresses.statusUrl} />
          </dd>
        </dl>
      )}
    </Card>
  )
}
