import { useId } from 'react'
import type { TimelineKind } from '#shared/timeline/timeline.ts'
import { KindPatterns, kindFill } from './kind-patterns.tsx'
import styles from './timeline.module.css'

/** What a kind looks like in the strip. */
export function KindSwatch({ kind }: { readonly kind: TimelineKind }) {
  const id = useId()
  return (
    <svg width="9" height="9" aria-hidden className={styles.swatch}>
      <KindPatterns id={id} />
      <rect width="9" height="9" rx="1.5" fill={kindFill(kind, id)} />
    </svg>
  )
}
