import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TokenReading } from '#shared/token.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'

const EVERY_MS = 10_000

/**
 * What there is to say about a text that should hold a token. Read again as time goes on, at once when the token
 * begins or ends, and when the profiles change that it is compared with.
 */
export function useTokenReading(text: string) {
  const { readToken } = useWorkbench()
  const { profiles } = useWorkbenchState()
  const isEmpty = text.trim() === ''
  const { data, error } = useQuery({
    queryKey: ['readToken', text, profiles],
    queryFn: () => readToken({ text }),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => dueInMs(state.data, Date.now()),
    gcTime: 0,
  })
  return { reading: isEmpty ? undefined : data, error: isEmpty ? null : error }
}

/** When the checks may come out differently. A millisecond after the boundary, so that it is over by then. */
function dueInMs(reading: TokenReading | undefined, nowMs: number): number {
  const moments = [reading?.validity?.fromMs ?? 0, reading?.validity?.untilMs ?? 0]
  const waits = moments.filter((atMs) => atMs > nowMs).map((atMs) => atMs - nowMs + 1)
  return Math.min(EVERY_MS, ...waits)
}
