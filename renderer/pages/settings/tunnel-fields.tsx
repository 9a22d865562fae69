import type { SecretChange } from '#shared/profile.ts'
import type { TunnelSettings, TunnelView } from '#shared/tunnel.ts'
import { More } from '../../components/more.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { SecretField } from './secret-field.tsx'
import styles from './settings.module.css'
import type { TunnelFields, TunnelProblems } from './tunnel-form-state.ts'

type Props = {
  readonly fields: TunnelFields
  readonly problems: TunnelProblems
  readonly stored: TunnelView['authtoken']
  readonly onEdit: (change: Partial<TunnelSettings>) => void
  readonly onAuthtoken: (change: SecretChange) => void
}

/** What the chosen way needs to know. */
export function TunnelFieldsOf(props: Props) {
  const { settings } = props.fields
  if (settings.driver === 'none') return null
  return (
    <>
      {settings.driver === 'ngrok' ? <NgrokFields {...props} /> : <OwnAddress {...props} />}
      <SecretPath {...props} />
    </>
  )
}

function NgrokFields({ fields: { settings, authtoken }, problems, stored, onEdit, onAuthtoken }: Props) {
  return (
    <>
      {stored.origin === 'environment' ? (
        <p>
          The authtoken comes from <code>NGROK_AUTHTOKEN</code> and is used for this run. It is not stored.
        </p>
      ) : (
        <SecretField title="Authtoken" view={stored.view} change={authtoken} onChange={onAuthtoken}>
          {(value, set) => (
            <TextInput
              label="Authtoken"
              type="password"
              value={value}
              onChange={set}
              isMono
              hint="From dashboard.ngrok.com, “Your authtoken”."
            />
          )}
        </SecretField>
      )}
      <TextInput
        label="Domain"
        value={settings.domain}
        onChange={(domain) => onEdit({ domain })}
        isMono
        placeholder="example.ngrok.app"
        isInvalid={problems.domain !== undefined}
        hint={problems.domain ?? 'One of your ngrok account. Empty: the one ngrok gives.'}
        hintTone={problems.domain === undefined ? 'neutral' : 'bad'}
      />
      <More title="Advanced">
        <div className={styles.pair}>
          <TextInput
            label="Server address"
            value={settings.serverAddress}
            onChange={(serverAddress) => onEdit({ serverAddress })}
            isMono
            placeholder="connect.ngrok-agent.com:443"
            isInvalid={problems.serverAddress !== undefined}
            hint={problems.serverAddress ?? 'Of a region or of your own. Empty: the nearest.'}
            hintTone={problems.serverAddress === undefined ? 'neutral' : 'bad'}
          />
          <TextInput
            label="Certificate authority"
            value={settings.caCertPath}
            onChange={(caCertPath) => onEdit({ caCertPath })}
            isMono
            hint="Path of a PEM file, or host for those this system trusts. Empty: ngrok’s."
          />
        </div>
      </More>
    </>
  )
}

function OwnAddress({ fields: { settings }, problems, onEdit }: Props) {
  return (
    <TextInput
      label="Public address"
      value={settings.pastedUrl}
      onChange={(pastedUrl) => onEdit({ pastedUrl })}
      inputMode="url"
      placeholder="https://"
      isMono
      isInvalid={problems.pastedUrl !== undefined}
      hint={
        problems.pastedUrl ??
        'Of cloudflared, Tailscale Funnel or a server that passes requests to the listener with their paths unchanged.'
      }
      hintTone={problems.pastedUrl === undefined ? 'neutral' : 'bad'}
    />
  )
}

function SecretPath({ fields: { settings }, onEdit }: Props) {
  return (
    <div className={styles.choice}>
      <span className={styles.label}>Public webhook paths</span>
      <Segmented
        label="Public webhook paths"
        value={settings.usesSecretSegment ? 'secret' : 'plain'}
        options={[
          { value: 'plain', label: '/webhooks/…' },
          { value: 'secret', label: '/webhooks/<random>/…' },
        ]}
        onChange={(choice) => onEdit({ usesSecretSegment: choice === 'secret' })}
      />
      <p className={styles.storage}>
        With a random part, only who knows the address can send callbacks. Others get 404 and are listed as
        other.
      </p>
    </div>
  )
}
