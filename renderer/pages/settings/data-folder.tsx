import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import styles from './settings.module.css'

/** Where everything is kept. */
export function DataFolder() {
  const { dataFolder, secretStorage, version } = useWorkbenchState()
  return (
    <Card title="Data">
      <dl className={styles.addresses}>
        <dt>Data folder</dt>
        <dd>
          <span>{dataFolder}</span>
          <CopyButton what="data folder" text={dataFolder} />
        </dd>
        <dt>Secrets</dt>
        <dd className={styles.words}>{secretStorage.sentence}</dd>
        <dt>Version</dt>
        <dd className={styles.words}>{version}</dd>
      </dl>
    </Card>
  )
}
