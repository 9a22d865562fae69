import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './icon-button.module.css'

type Props = Omit<ButtonProps, 'className' | 'children' | 'aria-label'> & {
  readonly label: string
  readonly hasBorder?: boolean
  readonly children: ReactNode
}

/** A button that shows an icon only; its name is also its tooltip. */
export function IconButton({ label, hasBorder = false, children, ...props }: Props) {
  return (
    <span title={label} className={styles.wrap}>
      <Button
        {...props}
        aria-label={label}
        className={classNames(styles.button, hasBorder && styles.bordered)}
      >
        {children}
      </Button>
    </span>
  )
}
