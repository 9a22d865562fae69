import { useState } from 'react'
import type { Target } from '#shared/target.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { SelectInput } from '../../../components/select-input.tsx'
import { useUsualTarget } from '../../../replay-dialog/use-usual-target.ts'
import { goToPage } from '../../../shell/go-to-page.ts'
import styles from './contract.module.css'
import { ContractCases } from './contract-cases.tsx'
import { ContractSummary } from './contract-summary.tsx'
import { RunProgress } from './run-progress.tsx'
import { useContractRun } from './use-contract-run.ts'
import { WhatIsTried } from './what-is-tried.tsx'

/** Tries a target with every callback, right and wrong, and says what a good webhook server would have done. */
export function ContractRunPanel({ targets }: { readonly targets: readonly Target[] }) {
  const { run, error, start, isStarting, cancel } = useContractRun()
  const [chosen, setChosen] = useState('')
  const usual = useUsualTarget()
  const target = targets.find(({ id }) => id === chosen) ?? usual
  const isRunning = run?.state === 'running'
  return (
    <div className={styles.panel}>
      <Card title="Contract run">
        <div className={styles.start}>
          <div className={styles.target}>
            <SelectInput
              label="Target"
              value={target?.id ?? ''}
              options={targets.map(({ id, name, baseUrl }) => ({ value: id, label: `${name} (${baseUrl})` }))}
              onChange={setChosen}
            />
          </div>
          <Button
            look="primary"
            isBusy={isStarting || isRunning}
            isDisabled={target === null}
            onPress={() => target !== null && start(target.id)}
          >
            {isRunning ? 'Running…' : 'Run the contract'}
          </Button>
          {isRunning && <Button onPress={() => cancel(run.id)}>Cancel</Button>}
          {isRunning && <RunProgress run={run} />}
        </div>
        {error !== null && (
          <div className={styles.error}>
            <ErrorBox error={error}>
              {error.code === 'SIGNATURE_SECRET_MISSING' && (
                <Button onPress={() => goToPage('settings')}>Open Settings</Button>
              )}
            </ErrorBox>
          </div>
        )}
        {run === null && <WhatIsTried />}
      </Card>
      {run !== null && <ContractSummary run={run} />}
      {run !== null && run.results.length > 0 && <ContractCases key={run.id} run={run} />}
    </div>
  )
}
