import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import type { CommandId } from '../commands/command-table.ts'
import { shortcutAria } from '../commands/shortcut.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './button.module.css'

type Props = Omit<ButtonProps, 'className' | 'children' | 'render' | 'isPending'> & {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly isWide?: boolean
  /** What the button started is under way: it does nothing until then, but keeps the focus. */
  readonly isBusy?: boolean
  /** The command that does the same, whose keys assistive technology then tells. */
  readonly command?: CommandId
  readonly children: ReactNode
}

export function Button({ look = 'plain', size = 'normal', isWide = false, isBusy = false, ...rest }: Props) {
  const { command, ...props } = rest
  const names = classNames(styles.button, styles[look], styles[size], isWide && styles.wide)
  const idle = isBusy ? { onPress: () => undefined, type: 'button' as const } : {}
  return (
    <AriaButton
      {...props}
      {...idle}
      className={classNames(names, isBusy && styles.busy)}
      // React Aria passes only the attributes it knows.
      render={(attributes) => (
        <button
          {...attributes}
          aria-disabled={isBusy || undefined}
          aria-keyshortcuts={command === undefined ? undefined : shortcutAria(command)}
        />
      )}
    />
  )
}
