import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReplayRequest, ReplaySelection } from '#shared/replay.ts'
import type { TargetDelivery } from '#shared/target.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { ReplayDialog } from '../../../replay-dialog/replay-dialog.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useShowRow } from '../../callbacks/use-show-row.ts'
import styles from './results.module.css'
import { useRunActions } from './use-run-actions.ts'

type Props = {
  readonly delivery: TargetDelivery
  readonly request: ReplayRequest
  readonly onStarted: (runId: string) => void
}

/** From one result to its callback, and the same callback once more. */
export function ResultButtons({ delivery, request, onStarted }: Props) {
  const selection: ReplaySelection = { kind: 'callbacks', seqs: [delivery.callbackSeq] }
  const { start, error } = useRunActions(onStarted)
  const show = useShowCallback()
  const [isAsking, setIsAsking] = useState(false)
  const failure = error ?? show.error
  return (
    <>
      <div className={styles.buttons}>
        <Button size="small" isBusy={show.isPending} onPress={() => show.mutate(delivery.callbackSeq)}>
          Show the callback
        </Button>
        <Button
          size="small"
          isBusy={start.isPending}
          onPress={() => start.mutate({ ...request, selection, repeat: 1 })}
        >
          Send this one again
        </Button>
        <Button size="small" onPress={() => setIsAsking(true)}>
          Send this one with…
        </Button>
      </div>
      {failure !== null && <ErrorBox error={explanationOf(failure)} />}
      <ReplayDialog selection={selection} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </>
  )
}

/** Selects a callback on the Callbacks page and goes there. */
function useShowCallback() {
  const { callback } = useWorkbench()
  const showRow = useShowRow()
  return useMutation({
    mutationFn: (seq: number) => callback({ seq }),
    onSuccess: ({ row }) => showRow(row),
  })
}
