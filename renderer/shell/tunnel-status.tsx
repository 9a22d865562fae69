import type { PublicAddresses, TunnelView } from '#shared/tunnel.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { Explanation } from '../components/explanation.tsx'
import { useNow } from '../state/use-now.ts'
import styles from './tunnel-status.module.css'
import { tunnelSentence } from './tunnel-words.ts'

type Props = { readonly tunnel: Pick<TunnelView, 'state' | 'addresses'> }

/** How the tunnel is, why, and the addresses it has. */
export function TunnelStatus({ tunnel: { state, addresses } }: Props) {
  const nowMs = useNow()
  const explanation = 'explanation' in state ? state.explanation : null
  return (
    <div className={styles.status}>
      {explanation !== null && <Explanation error={explanation} />}
      <p className={styles.sentence}>{tunnelSentence(state, nowMs)}</p>
      {addresses !== null && <Addresses addresses={addresses} isReachable={state.state === 'online'} />}
    </div>
  )
}

type AddressesProps = { readonly addresses: PublicAddresses; readonly isReachable: boolean }

function Addresses({ addresses: { inboundUrl, statusUrl }, isReachable }: AddressesProps) {
  return (
    <dl className={styles.addresses} aria-label={isReachable ? 'Public addresses' : 'Last public addresses'}>
      <dt>Public inbound URL</dt>
      <dd>
        <span>{inboundUrl}</span>
        <CopyButton what="public inbound URL" text={inboundUrl} />
      </dd>
      <dt>Public status URL</dt>
      <dd>
        <span>{statusUrl}</span>
        <CopyButton what="public status URL" text={statusUrl} />
      </dd>
    </dl>
  )
}
