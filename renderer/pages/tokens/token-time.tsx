import { timeLeft } from '#shared/messenger/time-left.ts'
import type { TokenValidity } from '#shared/token.ts'
import { localMoment } from '../../format/format-time.ts'
import { useNow } from '../../state/use-now.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './tokens.module.css'

type Props = { readonly validity: TokenValidity; readonly lead: string }

/** Until when a token works, as local time, and the time left, ticking. */
export function TokenTime({ validity, lead }: Props) {
  const left = timeLeft(validity, useNow())
  const verb = left.state === 'over' ? 'ended' : 'good until'
  return (
    <p className={styles.time}>
      <span>
        {lead}
        {validity.untilMs !== null && `, ${verb} ${localMoment(validity.untilMs)}`}
      </span>
      <span className={classNames(styles.left, styles[left.state])}>{left.text}</span>
    </p>
  )
}
