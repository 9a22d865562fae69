import { Check as CheckIcon, Minus, TriangleAlert, X } from 'lucide-react'
import type { Check } from '#shared/check.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './signature-checks.module.css'

type Props = { readonly checks: readonly Check[]; readonly isDetailed?: boolean }

/** What was verified, in order. A failed check says what was expected, what was found, and what to do. */
export function SignatureChecks({ checks, isDetailed = false }: Props) {
  if (checks.length === 0) return <p>Nothing was checked.</p>
  return (
    <ul className={styles.checks} aria-label="Signature checks">
      {checks.map((check) => (
        <li key={check.id} className={styles.check}>
          <Sign check={check} />
          <div className={styles.text}>
            <p className={classNames(check.ok === null && styles.unchecked)}>{check.title}</p>
            {(check.ok === false || (isDetailed && check.ok !== null)) && <Comparison check={check} />}
            {check.ok === false && (
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
