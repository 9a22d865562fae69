import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from '../theme/class-names.ts'
import styles from './newest-pill.module.css'

type Props = {
  /** The end of the list at which new things arrive. */
  readonly at: 'top' | 'bottom'
  readonly onPress: () => void
  /** How many are new there, or another word for them. */
  readonly children: string
}

/**
 * Says that there is something newer than what is in view, and goes there. A plain button, since it is drawn anew for
 * every number of a flood.
 */
export function NewestPill({ at, onPress, children }: Props) {
  const Arrow = at === 'top' ? ArrowUp : ArrowDown
  return (
    <button type="button" onClick={onPress} className={classNames(styles.pill, styles[at])}>
      <Arrow size={13} aria-hidden />
      {children}
    </button>
  )
}
