import { Search } from 'lucide-react'
import { Button } from 'react-aria-components'
import { shortcutAria, shortcutText } from '../commands/shortcut.ts'
import { Keys } from '../components/keys.tsx'
import { classNames } from '../theme/class-names.ts'
import { ForwardPill } from './forward-pill.tsx'
import { ListeningPill } from './listening-pill.tsx'
import { PointButton } from './point-button.tsx'
import { ProfileMenu } from './profile-menu.tsx'
import { RulesPill } from './rules-pill.tsx'
import styles from './shell-header.module.css'
import { TunnelPill } from './tunnel-pill.tsx'

export function ShellHeader({ onPalette }: { readonly onPalette: () => void }) {
  return (
    <header className={styles.header}>
      <span className={styles.logo}>Messenger Workbench</span>
      <ProfileMenu />
      <ListeningPill />
      <TunnelPill />
      <ForwardPill />
      <RulesPill />
      <PointButton />
      <PaletteButton onPress={onPalette} />
    </header>
  )
}

/** The way to the palette for whoever does not know its keys. */
function PaletteButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button
      className={classNames(styles.pill, styles.palette)}
      onPress={onPress}
      render={(attributes) => <button {...attributes} aria-keyshortcuts={shortcutAria('palette.open')} />}
    >
      <Search size={13} aria-hidden className={classNames(styles.icon)} />
      <span className={styles.words}>Search or run a command</span>
      <span aria-hidden>
        <Keys>{shortcutText('palette.open')}</Keys>
      </span>
    </Button>
  )
}
