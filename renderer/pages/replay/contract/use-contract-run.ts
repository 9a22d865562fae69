import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractRun } from '#shared/contract-run.ts'
import { headline } from '#shared/messenger/contract-words.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { useAnnounce } from '../../../components/announcer.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useStream } from '../../../state/use-stream.ts'
import { afterEvent } from './contract-run-state.ts'

/** The last contract run as it goes, and the ways to start and end one. */
export function useContractRun() {
  const { startContractRun, cancelContractRun, contractRunEvents } = useWorkbench()
  const announce = useAnnounce()
  const [run, setRun] = useState<ContractRun | null>(null)
  const lost = useStream(
    (signal) => contractRunEvents({}, { signal }),
    (event) => {
      const next = afterEvent(run, event)
      setRun((before) => afterEvent(before, event))
      if (run?.state === 'running' && next !== null && next.state !== 'running') announce(headline(next))
    },
  )
  const start = useMutation({ mutationFn: (targetId: string) => startContractRun({ targetId }) })
  const cancel = useMutation({ mutationFn: (runId: string) => cancelContractRun({ runId }) })
  const failure = start.error ?? cancel.error
  const error: WireError | null = lost ?? (failure === null ? null : explanationOf(failure))
  return { run, error, start: start.mutate, isStarting: start.isPending, cancel: cancel.mutate }
}
