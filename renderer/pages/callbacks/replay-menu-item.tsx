import { MenuItem } from 'react-aria-components'
import type { CommandId } from '../../commands/command-table.ts'
import { shortcutText } from '../../commands/shortcut.ts'
import { Keys } from '../../components/keys.tsx'
import menuStyles from '../../components/menu.module.css'
import { classNames } from '../../theme/class-names.ts'
import styles from './replay-menu.module.css'

type Props = {
  readonly label: string
  readonly onAction: () => void
  readonly isDisabled?: boolean
  /** The command that does the same. */
  readonly command?: CommandId
}

/** One way to replay, with its keys. */
export function ReplayMenuItem({ label, onAction, isDisabled = false, command }: Props) {
  return (
    <MenuItem
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={classNames(menuStyles.item, styles.item)}
    >
      {label}
      {command !== undefined && <Keys>{shortcutText(command)}</Keys>}
    </MenuItem>
  )
}
