import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './button.module.css'

type Props = Omit<ButtonProps, 'className' | 'children'> & {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Button({ look = 'plain', size = 'normal', isWide = false, ...props }: Props) {
  const names = classNames(styles.button, styles[look], styles[size], isWide && styles.wide)
  return <AriaButton {...props} className={names} />
}
