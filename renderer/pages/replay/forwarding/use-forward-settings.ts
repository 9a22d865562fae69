import { useMutation } from '@tanstack/react-query'
import type { ForwardSettings } from '#shared/forward.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'

/** The forwarding settings of the profile in use. A change is shown while it is being saved. */
export function useForwardSettings() {
  const { forward } = useWorkbenchState()
  const { saveForwardSettings } = useWorkbench()
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (settings: ForwardSettings) => saveForwardSettings(settings),
  })
  const settings = isPending ? variables : forward.settings
  const change = (part: Partial<ForwardSettings>) => mutate({ ...settings, ...part })
  return { settings, change, error }
}
