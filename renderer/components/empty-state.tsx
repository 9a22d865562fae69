import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What is so, in a sentence, and the next step. */
export function EmptyState({
  sentence,
  children,
}: {
  readonly sentence: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p>{sentence}</p>
      {children}
    </div>
  )
}
