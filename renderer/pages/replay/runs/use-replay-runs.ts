import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReplayRun } from '#shared/replay.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { askAnew } from '../../../state/ask-anew.ts'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useStream } from '../../../state/use-stream.ts'
import { withNews } from './replay-runs.ts'

const SHOWN_RUNS = 100
const KEY = ['replay-runs'] as const

export type ReplayRuns = {
  /** Newest first; null while they are being loaded. */
  readonly runs: readonly ReplayRun[] | null
  readonly error: WireError | null
}

/** The last runs, kept up to date while the calling component is shown. */
export function useReplayRuns(): ReplayRuns {
  const { replayRuns, replayEvents } = useWorkbench()
  const queries = useQueryClient()
  const [news, setNews] = useState<ReadonlyMap<string, ReplayRun>>(new Map())
  const { data, error } = useQuery({ queryKey: KEY, queryFn: () => replayRuns({ limit: SHOWN_RUNS }) })
  const streamError = useStream(
    (signal) => replayEvents({}, { signal }),
    (event) => {
      if (event.kind === 'run') return setNews((before) => new Map(before).set(event.run.id, event.run))
      setNews(new Map())
      askAnew(queries, { queryKey: KEY })
    },
  )
  const runs = useMemo(() => (data === undefined ? null : withNews(data.runs, news)), [data, news])
  return { runs, error: streamError ?? (error === null ? null : explanationOf(error)) }
}
