import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './newest-pill.module.css'

type Props = {
  /** The end of the list at which new things arrive. */
  readonly at: 'top' | 'bottom'
  readonly onPress: () => void
  /** How many are new there, or another word for them. */
  readonly children: string
}

/** Says that there is something newer than what is in view, and goes there. */
export function NewestPill({ at, onPress, children }: Props) {
  const Arrow = at === 'top' ? ArrowUp : ArrowDown
  return (
    <Button onPress={onPress} className={classNames(styles.pill, styles[at])}>
      <Arrow size={13} aria-hidden />
      {children}
    </Button>
  )
}
