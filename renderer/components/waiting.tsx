import { LoaderCircle } from 'lucide-react'
import { useLater } from './use-later.ts'
import styles from './waiting.module.css'

const SHOWN_AFTER_MS = 300

/** Says what is being waited for, once the wait is long enough to be noticed. */
export function Waiting({ children }: { readonly children: string }) {
  const isLong = useLater(SHOWN_AFTER_MS)
  if (!isLong) return null
  return (
    <p className={styles.waiting} role="status">
      <LoaderCircle size={14} aria-hidden className={styles.spinner} />
      {children}
    </p>
  )
}
