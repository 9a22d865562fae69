import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { PersonName } from '#shared/chats.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'

const NamesContext = createContext<ReadonlyMap<string, string>>(new Map())

/** Tells who a PSID is, without drawing every list anew whenever anything else changes. */
export function PersonNamesProvider({ children }: { readonly children: ReactNode }) {
  const { personNames, simulator } = useWorkbenchState()
  const simulated = simulator.state === 'running' ? simulator.people : []
  const known = JSON.stringify(pairsOf(simulated, personNames))
  const names = useMemo(() => new Map<string, string>(JSON.parse(known)), [known])
  return <NamesContext value={names}>{children}</NamesContext>
}

/** The name given to a person here or, where there is none, in the simulator; null for a PSID without a name. */
export function usePersonName(psid: string | null): string | null {
  const names = useContext(NamesContext)
  return psid === null ? null : (names.get(psid) ?? null)
}

function pairsOf(simulated: readonly PersonName[], given: readonly PersonName[]) {
  return [...simulated, ...given].map(({ psid, name }) => [psid, name] as const)
}
