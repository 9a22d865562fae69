import { useConnection } from '../bridge/workbench-client.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './banner.module.css'

/** Says that the services cannot be reached. The focus stays where it is. */
export function ConnectionBanner() {
  const isLost = useConnection().state === 'lost'
  return (
    <div role="alert">
      {isLost && (
        <p className={classNames(styles.banner, styles.lost)}>
          <span>Connection to the workbench lost. Reconnecting…</span>
        </p>
      )}
    </div>
  )
}
