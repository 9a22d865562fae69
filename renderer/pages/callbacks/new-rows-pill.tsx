import { ArrowUp } from 'lucide-react'
import { Button } from 'react-aria-components'
import { classNames } from '../../theme/class-names.ts'
import styles from './new-rows-pill.module.css'

type Props = { readonly count: number; readonly onPress: () => void }

/** Says how many rows have arrived above, and goes there. */
export function NewRowsPill({ count, onPress }: Props) {
  return (
    <Button onPress={onPress} className={classNames(styles.pill)}>
      <ArrowUp size={13} aria-hidden />
      {count.toLocaleString('en-GB')} new
    </Button>
  )
}
