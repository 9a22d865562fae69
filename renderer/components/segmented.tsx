import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './segmented.module.css'

type Props<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** A choice of one among a few, all in view. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value))
        if (chosen !== undefined) onChange(chosen.value)
      }}
      className={classNames(styles.group)}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={classNames(styles.option)}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
