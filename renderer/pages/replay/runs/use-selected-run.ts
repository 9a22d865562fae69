import { useState } from 'react'
import type { ReplayRun } from '#shared/replay.ts'

/** The run that is shown: the newest, until another one is chosen and until a new one starts. */
export function useSelectedRun(runs: readonly ReplayRun[] | null) {
  const newestId = runs?.[0]?.id ?? null
  const [chosen, setChosen] = useState({ id: newestId, beside: newestId })
  if (chosen.beside !== newestId) setChosen({ id: newestId, beside: newestId })
  const run = runs?.find(({ id }) => id === chosen.id) ?? runs?.[0] ?? null
  return { run, select: (id: string) => setChosen({ id, beside: newestId }) }
}
