import type { ReactNode } from 'react'
import type { WireError } from '#shared/rpc.ts'
import styles from './error-box.module.css'
import { Explanation } from './explanation.tsx'

type Props = { readonly error: WireError; readonly children?: ReactNode }

/** An explained failure in a box of its own, announced; `children` are what can be done about it. */
export function ErrorBox({ error, children }: Props) {
  return (
    <div className={styles.box}>
      <Explanation error={error} isAlert />
      {children !== undefined && <div className={styles.buttons}>{children}</div>}
    </div>
  )
}
