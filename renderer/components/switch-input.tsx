import type { ReactNode } from 'react'
import { Switch } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './switch-input.module.css'

type Props = {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
  /** The words beside the switch, which name it. */
  readonly children: ReactNode
}

/** Something that is on or off, and changes at once. */
export function SwitchInput({ isOn, onChange, isDisabled = false, children }: Props) {
  return (
    <Switch
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      className={classNames(styles.switch)}
    >
      <span className={styles.track} aria-hidden>
        <span className={styles.thumb} />
      </span>
      <span>{children}</span>
    </Switch>
  )
}
