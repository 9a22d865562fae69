import { usualTarget } from '#shared/target.ts'
import { TextInput } from '../../../components/text-input.tsx'
import styles from './forwarding.module.css'
import type { TargetFields, TargetProblems } from './target-form-state.ts'

type Props = {
  readonly fields: TargetFields
  readonly problems: TargetProblems
  readonly onEdit: (change: Partial<TargetFields>) => void
}

/** Name, base URL and the two paths of a target. */
export function TargetFieldInputs({ fields, problems, onEdit }: Props) {
  const input = (name: keyof TargetFields, hint: string | null = null) => ({
    value: fields[name],
    onChange: (value: string) => onEdit({ [name]: value }),
    isInvalid: problems[name] !== undefined,
    hint: problems[name] ?? hint,
    hintTone: problems[name] === undefined ? ('neutral' as const) : ('bad' as const),
  })
  return (
    <>
      <TextInput label="Name" placeholder={usualTarget.name} autoFocus {...input('name')} />
      <TextInput
        label="Base URL"
        inputMode="url"
        placeholder={usualTarget.baseUrl}
        isMono
        {...input('baseUrl', 'A path in it goes in front of both paths.')}
      />
      <div className={styles.pair}>
        <TextInput label="Path for inbound messages" isMono {...input('inboundPath')} />
        <TextInput label="Path for statuses" isMono {...input('statusPath')} />
      </div>
    </>
  )
}
