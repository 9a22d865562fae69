import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect } from 'react'
import type { CallbackDetail } from '#shared/callback.ts'
import type { WireError } from '#shared/rpc.ts'
import { useConnection, useWorkbench } from '../../bridge/workbench-client.tsx'
import { askAnew } from '../../state/ask-anew.ts'
import { explanationOf } from '../../state/explanation-of.ts'

type ShownDetail = {
  /** Of the callback asked for or, while that one is on its way, of the one before. */
  readonly detail: CallbackDetail | null
  readonly error: WireError | null
  readonly isLoading: boolean
  readonly reload: () => void
}

/** Everything about one callback. While another one loads, the one before stays. */
export function useCallbackDetail(seq: number | null): ShownDetail {
  const { callback } = useWorkbench()
  const queries = useQueryClient()
  const connection = useConnection().state
  // With an arrow key held down, only the rows that can be shown are loaded.
  const wanted = useDeferredValue(seq)
  const query = useQuery({
    queryKey: ['callback', wanted],
    queryFn: () => (wanted === null ? null : callback({ seq: wanted })),
    placeholderData: keepPreviousData,
  })
  const isCutOff = query.error !== null && explanationOf(query.error).code === 'CONNECTION_LOST'
  useEffect(() => {
    if (connection === 'connected' && isCutOff) askAnew(queries, { queryKey: ['callback'] })
  }, [connection, isCutOff, queries])
  return {
    detail: query.data ?? null,
    error: query.error === null ? null : explanationOf(query.error),
    isLoading: query.isPlaceholderData || query.isPending,
    reload: () => void query.refetch(),
  }
}
