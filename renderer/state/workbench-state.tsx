import { createContext, type ReactNode, useState } from 'react'
import type { WorkbenchState } from '#shared/workbench-state.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { useRequired } from '../components/use-required.ts'
import { Waiting } from '../components/waiting.tsx'
import { useStream } from './use-stream.ts'
import styles from './workbench-state.module.css'

const WorkbenchStateContext = createContext<WorkbenchState | null>(null)

export function useWorkbenchState(): WorkbenchState {
  return useRequired(WorkbenchStateContext)
}

/** Shows its children once the workbench has told its state, and keeps that state up to date. */
export function WorkbenchStateGate({ children }: { readonly children: ReactNode }) {
  const workbench = useWorkbench()
  const [state, setState] = useState<WorkbenchState | null>(null)
  const error = useStream((signal) => workbench.state({}, { signal }), setState)
  if (error !== null) {
    return (
      <main className={styles.gate}>
        <ErrorBox error={error}>
          <Button onPress={() => location.reload()}>Reload the page</Button>
        </ErrorBox>
      </main>
    )
  }
  if (state === null) {
    return (
      <main className={styles.gate}>
        <Waiting>Connecting to the workbench…</Waiting>
      </main>
    )
  }
  return <WorkbenchStateContext value={state}>{children}</WorkbenchStateContext>
}
