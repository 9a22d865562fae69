import { ForwardPill } from './forward-pill.tsx'
import { ListeningPill } from './listening-pill.tsx'
import { PointButton } from './point-button.tsx'
import { ProfileMenu } from './profile-menu.tsx'
import { RulesPill } from './rules-pill.tsx'
import styles from './shell-header.module.css'
import { TunnelPill } from './tunnel-pill.tsx'

export function ShellHeader() {
  return (
    <header className={styles.header}>
      <span className={styles.logo}>Messenger Workbench</span>
      <ProfileMenu />
      <ListeningPill />
      <TunnelPill />
      <ForwardPill />
      <RulesPill />
      <PointButton />
    </header>
  )
}
