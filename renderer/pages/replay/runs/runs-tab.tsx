import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { Waiting } from '../../../components/waiting.tsx'
import { NewReplay } from './new-replay.tsx'
import { RunHeader } from './run-header.tsx'
import { RunList } from './run-list.tsx'
import { RunResults } from './run-results.tsx'
import styles from './runs.module.css'
import { useReplayRuns } from './use-replay-runs.ts'
import { useSelectedRun } from './use-selected-run.ts'

/** The replay runs, and the results of the one that is selected. */
export function RunsTab() {
  const { runs, error } = useReplayRuns()
  const { run, select } = useSelectedRun(runs)
  if (runs === null) {
    return (
      <div className={styles.alone}>
        {error === null ? <Waiting>Loading the runs…</Waiting> : <ErrorBox error={error} />}
      </div>
    )
  }
  if (run === null) return <NoRuns />
  return (
    <div className={styles.panes}>
      <section className={styles.left} aria-label="Replay runs" data-pane="runs">
        <div className={styles.bar}>
          <h2 className={styles.heading}>Runs</h2>
          <NewReplay look="plain" />
        </div>
        {error !== null && <ErrorBox error={error} />}
        <RunList runs={runs} selectedId={run.id} onSelect={select} />
      </section>
      <section key={run.id} className={styles.right} aria-label="Run" data-pane="run">
        <RunHeader run={run} onStarted={select} />
        <RunResults run={run} onStarted={select} />
      </section>
    </div>
  )
}

function NoRuns() {
  return (
    <EmptyState
      sentence={
        <>
          No runs yet. Replay sends captured callbacks to your own server again: byte for byte, with a fresh
          signature, or edited. Each result is compared with the one of the run before.
        </>
      }
    >
      <NewReplay look="primary" />
    </EmptyState>
  )
}
