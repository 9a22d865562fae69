import { useCallback } from 'react'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { goToPage } from '../../shell/go-to-page.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'

/** Shows a callback on the Callbacks page, with the selection on it. */
export function useShowCallback(): (seq: number) => void {
  const { callback } = useWorkbench()
  const showToast = useShowToast()
  const { pick } = useDesk()
  return useCallback(
    (seq: number) => {
      callback({ seq }).then(
        ({ row }) => {
          pick(row)
          goToPage('callbacks')
        },
        (reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) }),
      )
    },
    [callback, pick, showToast],
  )
}
