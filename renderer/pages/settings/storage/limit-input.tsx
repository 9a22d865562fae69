import { CheckboxInput } from '../../../components/checkbox-input.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { type LimitField, type LimitName, problemOf } from './limits-form-state.ts'
import styles from './storage.module.css'

type Props = {
  readonly name: LimitName
  readonly label: string
  /** What it is where nobody has changed it. */
  readonly usual: string
  readonly field: LimitField
  readonly onChange: (field: LimitField) => void
}

const SWITCHES: Readonly<Record<LimitName, string>> = {
  callbacks: 'Limit the number',
  days: 'Limit the age',
  mebibytes: 'Limit the size',
}

/** One limit: whether there is one, and what it is. */
export function LimitInput({ name, label, usual, field, onChange }: Props) {
  const problem = problemOf(name, field)
  return (
    <div className={styles.limit}>
      <CheckboxInput isSelected={field.isOn} onChange={(isOn) => onChange({ ...field, isOn })}>
        {SWITCHES[name]}
      </CheckboxInput>
      {field.isOn ? (
        <TextInput
          label={label}
          value={field.text}
          onChange={(text) => onChange({ ...field, text })}
          inputMode="numeric"
          isMono
          isInvalid={problem !== null}
          hint={problem ?? `Default: ${usual}`}
          hintTone={problem === null ? 'neutral' : 'bad'}
        />
      ) : (
        <p className={styles.off}>No limit</p>
      )}
    </div>
  )
}
