import type { Target } from '#shared/target.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'

/** Where callbacks are replayed to unless another target is chosen: where they are forwarded to, or the first. */
export function useUsualTarget(): Target | null {
  const { targets, forward } = useWorkbenchState()
  return targets.find(({ id }) => id === forward.settings.targetId) ?? targets[0] ?? null
}
