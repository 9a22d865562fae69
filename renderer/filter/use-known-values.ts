import type { KnownValue } from '#shared/search/complete-query.ts'
import { useCallbackList } from '../pages/callbacks/callbacks-provider.tsx'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { knownValues } from './known-values.ts'

/** What a filter can ask for that is known here. Worked out only when somebody is writing. */
export function useKnownValues(): () => readonly KnownValue[] {
  const { seenValues } = useCallbackList()
  const { simulator, personNames } = useWorkbenchState()
  const simulated = simulator.state === 'running' ? simulator.people : []
  return () => knownValues(seenValues(), [...simulated, ...personNames])
}
