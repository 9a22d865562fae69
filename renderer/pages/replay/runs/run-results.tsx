import { useState } from 'react'
import type { ReplayResultFilter, ReplayRun } from '#shared/replay.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { Waiting } from '../../../components/waiting.tsx'
import { ResultDetails } from './result-details.tsx'
import { ResultList } from './result-list.tsx'
import styles from './results.module.css'
import { useRunResults } from './use-run-results.ts'

const FILTERS = [
  { value: 'all', label: 'All' },
  { value: 'trouble', label: 'Trouble' },
  { value: 'fixed', label: 'Fixed' },
  { value: 'regressed', label: 'Regressed' },
  { value: 'changed', label: 'Changed' },
] as const

type Props = { readonly run: ReplayRun; readonly onStarted: (runId: string) => void }

/** The results of a run, and the answer of the one that is selected. */
export function RunResults({ run, onStarted }: Props) {
  const [filter, setFilter] = useState<ReplayResultFilter>('all')
  const [openIndex, setOpenIndex] = useState<number | null>(null)
  const loaded = useRunResults(run, filter)
  const open = loaded.results?.find(({ index }) => index === openIndex) ?? null
  return (
    <div className={styles.results}>
      <div className={styles.filter}>
        <Segmented label="Results" value={filter} options={FILTERS} onChange={setFilter} />
      </div>
      {loaded.error !== null && (
        <div className={styles.error}>
          <ErrorBox error={loaded.error}>
            <Button onPress={loaded.reload}>Try again</Button>
          </ErrorBox>
        </div>
      )}
      {loaded.results === null && loaded.error === null && <Waiting>Loading the results…</Waiting>}
      {loaded.results?.length === 0 && <NoResults run={run} filter={filter} />}
      {loaded.results !== null && loaded.results.length > 0 && (
        <ResultList key={filter} loaded={loaded} openIndex={openIndex} onOpen={setOpenIndex} />
      )}
      {open !== null && (
        <ResultDetails
          key={open.index}
          result={open}
          request={run.request}
          onStarted={onStarted}
          onClose={() => setOpenIndex(null)}
        />
      )}
    </div>
  )
}

const NONE: Readonly<Record<Exclude<ReplayResultFilter, 'all'>, string>> = {
  trouble: 'Every callback was answered 2xx.',
  fixed: 'Nothing was fixed: no callback failed in the run before and is answered 2xx now.',
  regressed: 'Nothing got worse: no callback was answered 2xx in the run before and fails now.',
  changed: 'No other answer differs from the run before.',
}

function NoResults({ run, filter }: { readonly run: ReplayRun; readonly filter: ReplayResultFilter }) {
  if (filter !== 'all') return <EmptyState sentence={run.sent > 0 ? NONE[filter] : 'Nothing was sent yet.'} />
  if (run.state !== 'running') return <EmptyState sentence="The run sent nothing." />
  return <EmptyState sentence={run.sent > 0 ? 'Loading the results…' : 'Waiting for the first answer.'} />
}
