import type { ContractRun } from '#shared/contract-run.ts'
import styles from './contract.module.css'

/** How far a contract run has got. */
export function RunProgress({ run: { results, total, targetName } }: { readonly run: ContractRun }) {
  const text = `${results.length} of ${total} cases`
  return (
    <span className={styles.progress}>
      <progress
        value={results.length}
        max={Math.max(1, total)}
        aria-label={`Cases tried at ${targetName}`}
        aria-valuetext={text}
      />
      <span>{text}</span>
    </span>
  )
}
