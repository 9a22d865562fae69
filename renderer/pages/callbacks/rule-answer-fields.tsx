import { NumberInput } from '../../components/number-input.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import styles from './rule-dialog.module.css'
import { answerChoices, type RuleFaults, type RuleFields, vonageHint } from './rule-form.ts'

const LASTS = [
  { value: 'next', label: 'For the next' },
  { value: 'until-removed', label: 'Until removed' },
] as const

type Props = {
  readonly fields: RuleFields
  readonly edit: (change: Partial<RuleFields>) => void
  readonly faults: RuleFaults
}

/** How and how often a rule answers. */
export function RuleAnswerFields({ fields, edit, faults }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend>What they get</legend>
      <div className={styles.pair}>
        <SelectInput
          label="Answer"
          value={fields.answer}
          options={answerChoices}
          onChange={(answer) => edit({ answer })}
        />
        <NumberInput
          label="After (seconds)"
          value={fields.delaySeconds}
          onChange={(delaySeconds) => edit({ delaySeconds })}
          fault={faults.delaySeconds}
        />
      </div>
      {fields.answer === 'own' && (
        <NumberInput
          label="HTTP status"
          value={fields.ownStatus}
          onChange={(ownStatus) => edit({ ownStatus })}
          fault={faults.ownStatus}
        />
      )}
      <p className={styles.hint}>{vonageHint(fields)}</p>
      <div className={styles.pair}>
        <div className={styles.lasts}>
          <Segmented
            label="How long"
            value={fields.lasts}
            options={LASTS}
            onChange={(lasts) => edit({ lasts })}
          />
        </div>
        {fields.lasts === 'next' && (
          <NumberInput
            label="Callbacks"
            value={fields.count}
            onChange={(count) => edit({ count })}
            fault={faults.count}
          />
        )}
      </div>
    </fieldset>
  )
}
