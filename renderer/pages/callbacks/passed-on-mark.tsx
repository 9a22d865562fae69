import { CornerUpRight } from 'lucide-react'
import { VisuallyHidden } from 'react-aria-components'
import type { CallbackRow } from '#shared/callback.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './passed-on-mark.module.css'
import { passedOnWords } from './passed-on-words.ts'

/** A small mark: what the developer's own server made of the callback. */
export function PassedOnMark({ passedOn }: { readonly passedOn: NonNullable<CallbackRow['passedOn']> }) {
  const { short, full, tone } = passedOnWords(passedOn)
  return (
    <span className={classNames(styles.mark, styles[tone])} title={full}>
      <CornerUpRight size={12} aria-hidden />
      <span aria-hidden>{short}</span>
      <VisuallyHidden>{full}. </VisuallyHidden>
    </span>
  )
}
