import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './page-frame.module.css'

type Props = {
  readonly title: string
  readonly lead?: string
  /** For pages that put things side by side. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A page that is read from top to bottom. */
export function PageFrame({ title, lead, isWide = false, children }: Props) {
  return (
    <main className={styles.page} aria-label={title} data-pane="page">
      <div className={classNames(styles.column, isWide && styles.wide)}>
        <header>
          <h1 className={styles.title} tabIndex={-1} data-pane-focus>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </header>
        {children}
      </div>
    </main>
  )
}
