import { useConnection } from '../bridge/workbench-client.tsx'
import { useLater } from '../components/use-later.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './banner.module.css'

const LONG_MS = 5_000

/** Says that the services cannot be reached. The focus stays where it is. */
export function ConnectionBanner() {
  const isLost = useConnection().state === 'lost'
  return (
    <div role="alert">
      {isLost && (
        <p className={classNames(styles.banner, styles.lost)}>
          <span>
            Connection to the workbench lost. Reconnecting…
            <Restarted />
          </span>
        </p>
      )}
    </div>
  )
}

/** Each start of browser mode lets in its own pages only; this one would wait for ever. */
function Restarted() {
  const { host } = useWorkbenchState()
  const isLong = useLater(LONG_MS)
  if (host !== 'browser' || !isLong) return null
  return <> If it was started again, open the address it printed.</>
}
