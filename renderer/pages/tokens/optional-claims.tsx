import type { ReadTokenFields, TokenFields } from '#shared/messenger/token-fields.ts'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import styles from './tokens.module.css'

type Props = {
  readonly fields: Omit<TokenFields, 'profileId'>
  readonly notes: ReadTokenFields['notes']
  readonly onEdit: (change: Partial<TokenFields>) => void
}

/** Claims that sending messages does not need. */
export function OptionalClaims({ fields, notes, onEdit }: Props) {
  return (
    <div className={styles.optional}>
      <div className={styles.pair}>
        <TextInput
          label="Subject (sub)"
          value={fields.sub}
          onChange={(sub) => onEdit({ sub })}
          hint="A user of the Client SDKs."
        />
        <TextInput
          label="Not before (nbf)"
          value={fields.notBefore}
          onChange={(notBefore) => onEdit({ notBefore })}
          placeholder="2027-01-31 14:00 or 1801317600"
          isInvalid={notes.notBefore?.tone === 'bad'}
          hint={notes.notBefore?.text ?? 'Local time, or seconds since 1970.'}
          hintTone={notes.notBefore?.tone ?? 'neutral'}
        />
      </div>
      <TextAreaInput
        label="Access list (acl)"
        value={fields.acl}
        onChange={(acl) => onEdit({ acl })}
        rows={3}
        isMono
        placeholder='{"paths": {"/*/messages/**": {}}}'
        hint={notes.acl?.text ?? 'A JSON object: which API paths the token opens.'}
        hintTone={notes.acl?.tone ?? 'neutral'}
      />
      <TextAreaInput
        label="Further claims"
        value={fields.claims}
        onChange={(claims) => onEdit({ claims })}
        rows={3}
        isMono
        placeholder='{"team": "shop"}'
        hint={notes.claims?.text ?? 'A JSON object: each member becomes a claim.'}
        hintTone={notes.claims?.tone ?? 'neutral'}
      />
    </div>
  )
}
