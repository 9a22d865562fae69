import { SelectInput } from '../../components/select-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import type { BaseUrlChoice, FieldProblems, ProfileFields } from './profile-form-state.ts'
import styles from './settings.module.css'

const BASE_URLS: readonly { readonly value: BaseUrlChoice; readonly label: string }[] = [
  { value: 'production', label: 'Production' },
  { value: 'sandbox', label: 'Sandbox' },
  { value: 'simulator', label: 'Simulator' },
  { value: 'custom', label: 'Custom' },
]

type Props = {
  readonly fields: ProfileFields
  readonly problems: FieldProblems
  readonly onEdit: (change: Partial<ProfileFields>) => void
}

/** What is no secret about a profile. */
export function ProfileAccountFields({ fields, problems, onEdit }: Props) {
  return (
    <>
      <TextInput
        label="Name"
        value={fields.name}
        onChange={(name) => onEdit({ name })}
        isInvalid={problems.name !== undefined}
        hint={problems.name}
        hintTone="bad"
        autoFocus
      />
      <div className={styles.pair}>
        <TextInput
          label="Application ID"
          value={fields.applicationId}
          onChange={(applicationId) => onEdit({ applicationId })}
          isMono
        />
        <TextInput label="API key" value={fields.apiKey} onChange={(apiKey) => onEdit({ apiKey })} isMono />
      </div>
      <div className={styles.pair}>
        <SelectInput
          label="Base URL"
          value={fields.baseUrl}
          options={BASE_URLS}
          onChange={(baseUrl) => onEdit({ baseUrl })}
        />
        {fields.baseUrl === 'custom' && (
          <TextInput
            label="Custom base URL"
            value={fields.customUrl}
            onChange={(customUrl) => onEdit({ customUrl })}
            inputMode="url"
            placeholder="https://"
            isMono
            isInvalid={problems.customUrl !== undefined}
            hint={problems.customUrl}
            hintTone="bad"
          />
        )}
      </div>
    </>
  )
}
