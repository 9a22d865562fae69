import { Check as CheckIcon, Minus, TriangleAlert, X } from 'lucide-react'
import type { Check } from '#shared/check.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './check-list.module.css'

type Props = {
  /** The accessible name of the list. */
  readonly label: string
  readonly checks: readonly Check[]
  /** How much is said of a passed check: its title, what was found, or also what was expected. */
  readonly detail: 'title' | 'found' | 'all'
}

/** What was verified, in order. A failed check says what was expected, what was found, and what to do. */
export function CheckList({ label, checks, detail }: Props) {
  if (checks.length === 0) return <p>Nothing was checked.</p>
  return (
    <ul className={styles.checks} aria-label={label}>
      {checks.map((check) => (
        <li key={check.id} className={styles.check}>
          <Sign check={check} />
          <div className={styles.text}>
            <p className={classNames(check.ok === null && styles.unchecked)}>
              {check.title}
              {check.ok && detail === 'found' && <span className={styles.found}>{check.actual}</span>}
            </p>
            {(check.ok === false || (check.ok && detail === 'all')) && <Comparison check={check} />}
            {check.ok !== true && `${check.why}${check.fix}` !== '' && (
              <p className={styles.advice}>
                {check.why} {check.fix}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Sign({ check }: { readonly check: Check }) {
  const { Icon, word, look } = signOf(check)
  return (
    <span className={classNames(styles.sign, look)} role="img" aria-label={word} title={word}>
      <Icon size={14} strokeWidth={2.4} aria-hidden />
    </span>
  )
}

function signOf(check: Check) {
  if (check.ok === null) return { Icon: Minus, word: 'not checked', look: styles.unchecked }
  if (check.ok) return { Icon: CheckIcon, word: 'passed', look: styles.passed }
  if (check.severity === 'warning') return { Icon: TriangleAlert, word: 'warning', look: styles.warned }
  return { Icon: X, word: 'failed', look: styles.failed }
}

function Comparison({ check }: { readonly check: Check }) {
  return (
    <dl className={styles.comparison}>
      <dt>Expected</dt>
      <dd>{check.expected}</dd>
      <dt>Found</dt>
      <dd>{check.actual}</dd>
    </dl>
  )
}
