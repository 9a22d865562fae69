import { FORWARD_QUEUE_LIMIT, type ForwardView } from '#shared/forward.ts'
import { numberText } from '#shared/number-text.ts'
import { classNames } from '../../../theme/class-names.ts'
import styles from './forwarding.module.css'

const LIMIT = numberText(FORWARD_QUEUE_LIMIT)

/** How forwarding goes, in numbers since the app started. */
export function ForwardNumbers({ forward }: { readonly forward: ForwardView }) {
  const { waiting, underWay, forwarded, refused, failed, heldBack } = forward
  return (
    <div className={styles.choice}>
      <dl className={styles.numbers} aria-label="Forwarded since the app started">
        <Numbered label="waiting" value={waiting} note={`of ${LIMIT}`} />
        <Numbered label="under way" value={underWay} />
        <Numbered label="forwarded" value={forwarded} />
        <Numbered label="refused" value={refused} look={refused > 0 ? styles.bad : undefined} />
        <Numbered label="failed" value={failed} look={failed > 0 ? styles.bad : undefined} />
        <Numbered label="held back" value={heldBack} look={heldBack > 0 ? styles.warn : undefined} />
      </dl>
      <p className={styles.hint}>
        Since the app started. Forwarded: answered with 2xx. Refused: answered with anything else. Failed: not
        answered. What is held back (not verified, or more than {LIMIT} waiting) is captured all the same: it
        says why under Deliveries, and you can replay it.
      </p>
    </div>
  )
}

type NumberProps = {
  readonly label: string
  readonly value: number
  readonly note?: string
  readonly look?: string | undefined
}

function Numbered({ label, value, note, look }: NumberProps) {
  return (
    <div className={styles.number}>
      <dt>{label}</dt>
      <dd className={classNames(look)}>
        {numberText(value)}
        {note !== undefined && <small> {note}</small>}
      </dd>
    </div>
  )
}
