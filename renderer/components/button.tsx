import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import type { CommandId } from '../commands/command-table.ts'
import { shortcutAria } from '../commands/shortcut.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './button.module.css'

type Props = Omit<ButtonProps, 'className' | 'children'> & {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly isWide?: boolean
  /** The command that does the same, whose keys assistive technology then tells. */
  readonly command?: CommandId
  readonly children: ReactNode
}

export function Button({ look = 'plain', size = 'normal', isWide = false, command, ...props }: Props) {
  const names = classNames(styles.button, styles[look], styles[size], isWide && styles.wide)
  const keys = command === undefined ? {} : { render: withShortcut(command) }
  return <AriaButton {...props} {...keys} className={names} />
}

/** React Aria passes only the attributes it knows. */
function withShortcut(command: CommandId): NonNullable<ButtonProps['render']> {
  return (attributes) => <button {...attributes} aria-keyshortcuts={shortcutAria(command)} />
}
