import { Button } from '../../components/button.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { TextInput } from '../../components/text-input.tsx'
import styles from './rule-dialog.module.css'
import type { RuleFields } from './rule-form.ts'

const KINDS = [
  { value: 'any', label: 'Any callback' },
  { value: 'inbound', label: 'Inbound' },
  { value: 'status', label: 'Status' },
] as const

type Props = {
  readonly fields: RuleFields
  readonly edit: (change: Partial<RuleFields>) => void
  /** The message_uuid of the selected callback, to be had at one click. */
  readonly selectedUuid: string | null
}

/** Which callbacks a rule is for. */
export function RuleMatchFields({ fields, edit, selectedUuid }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend>Which callbacks</legend>
      <Segmented
        label="Kind of callback"
        value={fields.kind}
        options={KINDS}
        onChange={(kind) => edit({ kind })}
      />
      <TextInput
        label="Person (PSID)"
        value={fields.psid}
        onChange={(psid) => edit({ psid })}
        placeholder="anybody"
        isMono
      />
      <TextInput
        label="message_uuid"
        value={fields.messageUuid}
        onChange={(messageUuid) => edit({ messageUuid })}
        placeholder="any message"
        isMono
      />
      {selectedUuid !== null && fields.messageUuid === '' && (
        <Button size="small" onPress={() => edit({ messageUuid: selectedUuid })}>
          Only repeats of the selected callback
        </Button>
      )}
    </fieldset>
  )
}
