import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './tag.module.css'
import type { Tone } from './tone.ts'

/** A word with a coloured ground. The colour only repeats what the word says. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>
}
