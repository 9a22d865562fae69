import type { TimelineKind } from '#shared/timeline/timeline.ts'
import styles from './timeline.module.css'

/** How a kind is filled: colour and pattern, so that either one is enough. `id` keeps the patterns of one drawing apart. */
export function kindFill(kind: TimelineKind, id: string): string {
  return `url(#${id}-${kind})`
}

/** The patterns of one drawing: inbound full, status in lines, failed slanted, other as dots. */
export function KindPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-inbound`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className={styles.inbound} />
      </pattern>
      <pattern id={`${id}-status`} width="4" height="3" patternUnits="userSpaceOnUse">
        <rect width="4" height="3" className={styles.statusSoft} />
        <rect width="4" height="2" className={styles.status} />
      </pattern>
      <pattern
        id={`${id}-failed`}
        width="3"
        height="3"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="3" height="3" className={styles.failedSoft} />
        <rect width="2" height="3" className={styles.failed} />
      </pattern>
      <pattern id={`${id}-other`} width="3" height="3" patternUnits="userSpaceOnUse">
        <rect width="3" height="3" className={styles.otherSoft} />
        <rect width="2" height="2" className={styles.other} />
      </pattern>
    </defs>
  )
}
