import { useState } from 'react'
import type { ContractRun } from '#shared/contract-run.ts'
import { countResults } from '#shared/messenger/contract-words.ts'
import { Card } from '../../../components/card.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { CaseRow } from './case-row.tsx'
import styles from './contract.module.css'
import { groupResults, type ResultGroup } from './contract-run-state.ts'

type Shown = 'all' | 'failed'

/** Every case by version and kind; each opens to its checks and what was exchanged. */
export function ContractCases({ run: { results, state } }: { readonly run: ContractRun }) {
  const [chosen, setChosen] = useState<Shown | null>(null)
  const { failed } = countResults(results)
  const shown = chosen ?? (failed > 0 && state !== 'running' ? 'failed' : 'all')
  return (
    <Card
      title="Cases"
      aside={
        <Segmented
          label="Which cases"
          value={shown}
          options={[
            { value: 'all', label: `All ${results.length}` },
            { value: 'failed', label: `Failed ${failed}` },
          ]}
          onChange={setChosen}
        />
      }
    >
      {shown === 'failed' && failed === 0 ? (
        <p className={styles.dim}>No case failed.</p>
      ) : (
        groupResults(results).map((group) => (
          <CaseGroup key={group.title} group={group} isFailedOnly={shown === 'failed'} />
        ))
      )}
    </Card>
  )
}

type GroupProps = { readonly group: ResultGroup; readonly isFailedOnly: boolean }

function CaseGroup({ group: { title, results }, isFailedOnly }: GroupProps) {
  const shown = isFailedOnly ? results.filter(({ isPassed }) => !isPassed) : results
  if (shown.length === 0) return null
  const { passed } = countResults(results)
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>
        {title}
        <span className={styles.extent}>{`${passed} of ${results.length} passed`}</span>
      </h3>
      {shown.map((result) => (
        <CaseRow key={result.case.id} result={result} />
      ))}
    </section>
  )
}
