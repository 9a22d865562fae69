import { FileDown } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { CommandId } from '../commands/command-table.ts'
import { shortcutText } from '../commands/shortcut.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Keys } from '../components/keys.tsx'
import menuStyles from '../components/menu.module.css'
import { classNames } from '../theme/class-names.ts'
import styles from './session.module.css'
import { useSessions } from './sessions-context.ts'

/** The ways out of the list and back in. */
export function SessionMenu() {
  const { askExport, askImport } = useSessions()
  return (
    <MenuTrigger>
      <IconButton label="Export or import" hasBorder>
        <FileDown size={15} aria-hidden />
      </IconButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end">
        <Menu aria-label="Export or import" className={classNames(menuStyles.menu)}>
          <Item label="Export callbacks…" command="session.export" onAction={askExport} />
          <Item label="Import a session or HAR file…" command="session.import" onAction={askImport} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

type ItemProps = { readonly label: string; readonly command: CommandId; readonly onAction: () => void }

function Item({ label, command, onAction }: ItemProps) {
  return (
    <MenuItem textValue={label} onAction={onAction} className={classNames(menuStyles.item, styles.item)}>
      {label}
      <Keys>{shortcutText(command)}</Keys>
    </MenuItem>
  )
}
