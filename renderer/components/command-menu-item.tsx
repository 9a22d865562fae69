import { MenuItem } from 'react-aria-components'
import { type CommandId, commandOf } from '../commands/command-table.ts'
import { shortcutText } from '../commands/shortcut.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './command-menu-item.module.css'
import { Keys } from './keys.tsx'
import menuStyles from './menu.module.css'

type Props = {
  /** The command that does the same, whose keys are shown. */
  readonly command: CommandId
  /** Where the menu says it otherwise than the command's title. */
  readonly label?: string
  readonly onAction: () => void
  readonly isDisabled?: boolean
}

/** A menu item that is a command too: what menus can do is then found in the palette. */
export function CommandMenuItem({ command, label, onAction, isDisabled = false }: Props) {
  const text = label ?? commandOf(command).title
  const keys = shortcutText(command)
  return (
    <MenuItem
      textValue={text}
      isDisabled={isDisabled}
      onAction={onAction}
      className={classNames(menuStyles.item, styles.item)}
    >
      {text}
      {keys !== '' && <Keys>{keys}</Keys>}
    </MenuItem>
  )
}
