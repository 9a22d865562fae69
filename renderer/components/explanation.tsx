import type { WireError } from '#shared/rpc.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './explanation.module.css'

type Props = { readonly error: WireError; readonly isAlert?: boolean }

/** What happened, why, and what to do, beside the thing that failed. */
export function Explanation({ error, isAlert = false }: Props) {
  return (
    <div className={classNames(styles.explanation)} role={isAlert ? 'alert' : undefined}>
      <p className={styles.what}>{error.what}</p>
      {error.why !== '' && <p>{error.why}</p>}
      {error.fix !== '' && <p>{error.fix}</p>}
      {error.link !== undefined && <p className={styles.link}>{error.link}</p>}
    </div>
  )
}
