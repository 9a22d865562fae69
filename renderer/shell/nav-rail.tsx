import {
  Cable,
  FlaskConical,
  Inbox,
  KeyRound,
  type LucideIcon,
  MessagesSquare,
  Repeat,
  Settings,
} from 'lucide-react'
import type { CommandId } from '../commands/command-table.ts'
import { shortcutAria, shortcutText } from '../commands/shortcut.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './nav-rail.module.css'
import { hashOfPage, type PageName } from './page-name.ts'

type Entry = {
  readonly page: PageName
  readonly title: string
  readonly Icon: LucideIcon
  readonly command: CommandId
}

const ENTRIES: readonly Entry[] = [
  { page: 'callbacks', title: 'Callbacks', Icon: Inbox, command: 'page.callbacks' },
  { page: 'chats', title: 'Chats', Icon: MessagesSquare, command: 'page.chats' },
  { page: 'replay', title: 'Replay', Icon: Repeat, command: 'page.replay' },
  { page: 'simulate', title: 'Simulate', Icon: FlaskConical, command: 'page.simulate' },
  { page: 'tokens', title: 'Tokens', Icon: KeyRound, command: 'page.tokens' },
  { page: 'connect', title: 'Connect', Icon: Cable, command: 'page.connect' },
  { page: 'settings', title: 'Settings', Icon: Settings, command: 'page.settings' },
]

export function NavRail({ page }: { readonly page: PageName }) {
  return (
    <nav className={styles.rail} aria-label="Pages" data-pane="pages">
      {ENTRIES.map(({ page: target, title, Icon, command }) => (
        <a
          key={target}
          href={hashOfPage(target)}
          title={`${title} (${shortcutText(command)})`}
          aria-keyshortcuts={shortcutAria(command)}
          aria-current={target === page ? 'page' : undefined}
          data-pane-focus={target === page ? true : undefined}
          className={classNames(styles.entry, target === page && styles.current)}
        >
          <Icon size={19} strokeWidth={1.8} aria-hidden />
          {title}
        </a>
      ))}
    </nav>
  )
}
