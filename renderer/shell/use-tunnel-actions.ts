import { useMutation } from '@tanstack/react-query'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { useShowToast } from '../components/toasts.tsx'
import { explanationOf } from '../state/explanation-of.ts'

/** What can be done with the tunnel. What goes wrong at once is a toast; what goes wrong later is its state. */
export function useTunnelActions() {
  const { startTunnel, stopTunnel, tryTunnelNow } = useWorkbench()
  const showToast = useShowToast()
  const { mutate } = useMutation({
    mutationFn: (action: () => Promise<unknown>) => action(),
    onError: (reason) => showToast({ kind: 'failed', error: explanationOf(reason) }),
  })
  return {
    start: () => mutate(() => startTunnel({})),
    stop: () => mutate(() => stopTunnel({})),
    tryNow: () => mutate(() => tryTunnelNow({})),
  }
}
