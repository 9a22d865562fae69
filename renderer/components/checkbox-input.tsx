import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './checkbox-input.module.css'

type Props = {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  /** What is ticked. */
  readonly children: ReactNode
}

/** Something to tick. */
export function CheckboxInput({ isSelected, onChange, children }: Props) {
  return (
    <Checkbox isSelected={isSelected} onChange={onChange} className={classNames(styles.checkbox)}>
      <span className={styles.box} aria-hidden>
        <Check size={12} strokeWidth={3} />
      </span>
      {children}
    </Checkbox>
  )
}
