import { useMutation } from '@tanstack/react-query'
import { countText } from '#shared/count-text.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { useAnnounce } from '../../../components/announcer.tsx'
import { useShowToast } from '../../../components/toasts.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'

/** Pins callbacks, or takes the pins away. */
export function usePin() {
  const { pinCallbacks } = useWorkbench()
  const announce = useAnnounce()
  const show = useShowToast()
  const { mutate } = useMutation({
    mutationFn: pinCallbacks,
    onSuccess: (_, { seqs, isPinned }) =>
      announce(`${countText(seqs.length, 'callback')} ${isPinned ? 'pinned' : 'unpinned'}.`),
    onError: (reason) => show({ kind: 'failed', error: explanationOf(reason) }),
  })
  return mutate
}
