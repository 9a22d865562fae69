import { useMutation } from '@tanstack/react-query'
import type { ReplayRequest } from '#shared/replay.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { useShowToast } from '../components/toasts.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { ONE_REPLAY, useReportRun } from './replay-reports.tsx'
import { useUsualTarget } from './use-usual-target.ts'

/** Sends one captured callback again without asking: its exact bytes, once, to the usual target. */
export function useReplayAtOnce() {
  const { startReplay } = useWorkbench()
  const showToast = useShowToast()
  const report = useReportRun()
  const targetId = useUsualTarget()?.id ?? ''
  const { mutate, isPending } = useMutation({
    mutationFn: (seq: number) => startReplay(exactly(seq, targetId)),
    onSuccess: report,
    onError: (reason) => showToast({ about: ONE_REPLAY, kind: 'failed', error: explanationOf(reason) }),
  })
  return { replayAtOnce: (seq: number) => mutate(seq), isPending }
}

function exactly(seq: number, targetId: string): ReplayRequest {
  return {
    selection: { kind: 'callbacks', seqs: [seq] },
    targetId,
    content: { kind: 'exact' },
    pace: { kind: 'fast', concurrency: 1, order: 'none' },
    repeat: 1,
  }
}
