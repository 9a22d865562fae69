import type { ReactNode } from 'react'
import styles from './keys.module.css'

/** Keys to press, drawn as keys. */
export function Keys({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.keys}>{children}</kbd>
}
