import { useMutation } from '@tanstack/react-query'
import type { ReplayRequest } from '#shared/replay.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { useReportRun } from '../../../replay-dialog/replay-reports.tsx'

/** Starting a run, whose end is then told wherever one is, and stopping one. `onStarted` gets the id of the new run. */
export function useRunActions(onStarted: (runId: string) => void) {
  const { startReplay, cancelReplay } = useWorkbench()
  const report = useReportRun()
  const start = useMutation({
    mutationFn: (request: ReplayRequest) => startReplay(request),
    onSuccess: (run) => {
      report(run)
      onStarted(run.id)
    },
  })
  const cancel = useMutation({ mutationFn: (runId: string) => cancelReplay({ runId }) })
  return { start, cancel, error: start.error ?? cancel.error }
}
