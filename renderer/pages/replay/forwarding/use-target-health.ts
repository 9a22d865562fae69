import { useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import type { TargetHealth } from '#shared/target.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { useStream } from '../../../state/use-stream.ts'

type Known = {
  readonly healthOf: (targetId: string) => TargetHealth | null
  /** What ended the updates for good, if anything did. */
  readonly error: WireError | null
}

/** Whether the targets can be reached; found out only while the calling component is shown. */
export function useTargetHealth(): Known {
  const { targetHealth } = useWorkbench()
  const [known, setKnown] = useState<ReadonlyMap<string, TargetHealth>>(new Map())
  const error = useStream(
    (signal) => targetHealth({}, { signal }),
    ({ targets }) => setKnown(new Map(targets.map(({ targetId, health }) => [targetId, health]))),
  )
  return { healthOf: (targetId) => known.get(targetId) ?? null, error }
}
