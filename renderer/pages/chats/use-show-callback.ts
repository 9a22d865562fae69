import { useCallback } from 'react'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useShowRow } from '../callbacks/use-show-row.ts'

/** Shows a callback on the Callbacks page, with the selection on it. */
export function useShowCallback(): (seq: number) => void {
  const { callback } = useWorkbench()
  const showToast = useShowToast()
  const showRow = useShowRow()
  return useCallback(
    (seq: number) => {
      callback({ seq }).then(
        ({ row }) => showRow(row),
        (reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) }),
      )
    },
    [callback, showRow, showToast],
  )
}
