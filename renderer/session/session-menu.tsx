import { FileDown } from 'lucide-react'
import { Menu, MenuTrigger, Popover } from 'react-aria-components'
import { CommandMenuItem } from '../components/command-menu-item.tsx'
import { IconButton } from '../components/icon-button.tsx'
import menuStyles from '../components/menu.module.css'
import { classNames } from '../theme/class-names.ts'
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
          <CommandMenuItem command="session.export" label="Export callbacks…" onAction={askExport} />
          <CommandMenuItem
            command="session.import"
            label="Import a session or HAR file…"
            onAction={askImport}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
