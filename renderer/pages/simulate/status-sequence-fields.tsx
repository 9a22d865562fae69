import type { StatusSequence } from '#shared/simulator.ts'
import { SelectInput } from '../../components/select-input.tsx'
import { sequenceHint, sequenceOf, sequenceOptions } from './sequence-words.ts'
import styles from './settings-fields.module.css'
import { StatusCodeField } from './status-code-field.tsx'
import { WholeNumberField } from './whole-number-field.tsx'

type Props = {
  readonly sequence: StatusSequence
  readonly onChange: (sequence: StatusSequence) => void
}

const LONGEST_DELAY_S = 600

/** How the statuses of a message that the server sends come back. */
export function StatusSequenceFields({ sequence, onChange }: Props) {
  const hint = sequenceHint(sequence.kind)
  return (
    <div className={styles.fields}>
      <SelectInput
        label="Sequence"
        value={sequence.kind}
        options={sequenceOptions}
        onChange={(kind) => onChange(sequenceOf(kind, sequence))}
      />
      {(sequence.kind === 'rejected' || sequence.kind === 'undeliverable') && (
        <StatusCodeField code={sequence.code} onChange={(code) => onChange({ kind: sequence.kind, code })} />
      )}
      {sequence.kind === 'delayed' && (
        <WholeNumberField
          label="Delayed by (seconds)"
          value={Math.max(1, Math.round(sequence.delayMs / 1000))}
          most={LONGEST_DELAY_S}
          hint={null}
          onChange={(seconds) => onChange({ kind: 'delayed', delayMs: seconds * 1000 })}
        />
      )}
      {hint !== null && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
