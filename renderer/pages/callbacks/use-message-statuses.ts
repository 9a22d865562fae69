import { useQuery } from '@tanstack/react-query'
import type { StatusStep } from '#shared/reply.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'

type MessageStatuses = {
  /** Null while they are on their way. */
  readonly found: { readonly sentAtMs: number | null; readonly statuses: readonly StatusStep[] } | null
  readonly error: WireError | null
  readonly reload: () => void
}

/** Every status of a message; loaded anew when another one arrives (see useCallbackFeed). */
export function useMessageStatuses(messageUuid: string): MessageStatuses {
  const { messageStatuses } = useWorkbench()
  const { data, error, refetch } = useQuery({
    queryKey: ['message-statuses', messageUuid],
    queryFn: () => messageStatuses({ messageUuid }),
  })
  return {
    found: data ?? null,
    error: error === null ? null : explanationOf(error),
    reload: () => void refetch(),
  }
}
