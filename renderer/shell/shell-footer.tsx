import { Button } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { shortcutAria } from '../commands/shortcut.ts'
import { Keys } from '../components/keys.tsx'
import { useFeed } from '../pages/callbacks/feed-store.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './shell-footer.module.css'

export function ShellFooter({ onHelp }: { readonly onHelp: () => void }) {
  const { dataFolder } = useWorkbenchState()
  return (
    <footer className={styles.footer}>
      <CallbackCount />
      <span className={styles.folder} title={dataFolder}>
        {dataFolder}
      </span>
      <Button
        className={classNames(styles.help)}
        onPress={onHelp}
        render={(attributes) => <button {...attributes} aria-keyshortcuts={shortcutAria('help.shortcuts')} />}
      >
        <Keys>?</Keys> shortcuts
      </Button>
    </footer>
  )
}

function CallbackCount() {
  const total = useFeed((feed) => feed.total)
  return <span className={styles.count}>{countText(total, 'callback')}</span>
}
