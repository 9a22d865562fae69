import { Pin, StickyNote } from 'lucide-react'
import { VisuallyHidden } from 'react-aria-components'
import type { CallbackRow } from '#shared/callback.ts'
import styles from './marks.module.css'

/** Small signs in a row: it is pinned, it has a note. */
export function RowMarks({ row }: { readonly row: Pick<CallbackRow, 'isPinned' | 'hasNote'> }) {
  return (
    <>
      {row.isPinned && (
        <span className={styles.mark} title="Pinned">
          <Pin size={12} fill="currentColor" aria-hidden />
          <VisuallyHidden>Pinned. </VisuallyHidden>
        </span>
      )}
      {row.hasNote && (
        <span className={styles.mark} title="Has a note">
          <StickyNote size={12} aria-hidden />
          <VisuallyHidden>Has a note. </VisuallyHidden>
        </span>
      )}
    </>
  )
}
