import type { ProfileView, SecretChange, SecretName, SecretView } from '#shared/profile.ts'
import { TextInput } from '../../components/text-input.tsx'
import { PrivateKeyInput } from './private-key-input.tsx'
import { SecretField } from './secret-field.tsx'

type Props = {
  readonly stored: ProfileView | null
  readonly changes: Readonly<Record<SecretName, SecretChange>>
  readonly onChange: (name: SecretName, change: SecretChange) => void
}

const NOT_SET: SecretView = { state: 'not-set' }

/** The three secrets of a profile: what is stored is only ever replaced or removed. */
export function ProfileSecretFields({ stored, changes, onChange }: Props) {
  const common = (name: SecretName) => ({
    view: stored?.secrets[name] ?? NOT_SET,
    change: changes[name],
    onChange: (change: SecretChange) => onChange(name, change),
  })
  return (
    <>
      <SecretField title="Private key" {...common('privateKey')}>
        {(value, set) => <PrivateKeyInput value={value} onChange={set} />}
      </SecretField>
      <SecretField title="API secret" {...common('apiSecret')}>
        {(value, set) => <TextInput label="API secret" type="password" value={value} onChange={set} isMono />}
      </SecretField>
      <SecretField title="Signature secret" {...common('signatureSecret')}>
        {(value, set) => (
          <TextInput
            label="Signature secret"
            type="password"
            value={value}
            onChange={set}
            isMono
            hint="Of the account, from the dashboard’s settings. Signed callbacks are verified with it."
          />
        )}
      </SecretField>
    </>
  )
}
