import { useState } from 'react'
import { documentedStatusCodes, explainStatusCode } from '#shared/messenger/explain-status-code.ts'
import { SelectInput } from '../../components/select-input.tsx'
import styles from './settings-fields.module.css'
import { WholeNumberField } from './whole-number-field.tsx'

const OTHER = 'other'
const OPTIONS = [
  ...documentedStatusCodes.map((code) => ({
    value: code,
    label: `${code} ${explainStatusCode(code)?.meaning ?? ''}`.trim(),
  })),
  { value: OTHER, label: 'Another code' },
]

type Props = { readonly code: number; readonly onChange: (code: number) => void }

/** The error code of the status: a documented one with its meaning, or any other. */
export function StatusCodeField({ code, onChange }: Props) {
  const meaning = explainStatusCode(String(code))
  const [isOther, setIsOther] = useState(meaning === null)
  return (
    <>
      <SelectInput
        label="Error code"
        value={isOther ? OTHER : String(code)}
        options={OPTIONS}
        onChange={(chosen) => {
          setIsOther(chosen === OTHER)
          if (chosen !== OTHER) onChange(Number(chosen))
        }}
      />
      {isOther && (
        <WholeNumberField
          label="Code"
          value={code}
          most={9_999}
          hint={meaning?.meaning ?? 'Not a documented code.'}
          onChange={onChange}
        />
      )}
      {!isOther && meaning !== null && (
        <p className={styles.hint}>
          {meaning.meaning} {meaning.fix}
        </p>
      )}
    </>
  )
}
