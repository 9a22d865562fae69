import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'

type SelectOption<T extends string> = { readonly value: T; readonly label: string }

type Props<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly SelectOption<T>[]
  readonly onChange: (value: T) => void
  /** What may be wrong with the choice. */
  readonly warning?: string | null
}

/** A labelled choice of one, as the system draws it. */
export function SelectInput<T extends string>({ label, value, options, onChange, warning = null }: Props<T>) {
  const id = useId()
  const warningId = `${id}-warning`
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.select}>
        <select
          id={id}
          value={value}
          onChange={(event) => choose(event.target.value)}
          aria-describedby={warning === null ? undefined : warningId}
          className={classNames(styles.input)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </div>
      {warning !== null && (
        <p id={warningId} className={classNames(styles.hint, styles.warn)}>
          {warning}
        </p>
      )}
    </div>
  )
}
