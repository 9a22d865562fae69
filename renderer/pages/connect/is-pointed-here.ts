import type { ProfileView } from '#shared/profile.ts'
import type { WorkbenchState } from '#shared/workbench-state.ts'

type Known = Pick<WorkbenchState, 'addressJournals' | 'tunnel'>

/** Whether a profile's application was pointed here, at an address that still leads here as far as is known. */
export function isPointedHere(
  { id, applicationId, baseUrl }: ProfileView,
  { addressJournals, tunnel }: Known,
): boolean {
  const journal = addressJournals.find(
    (one) => one.profileId === id && one.applicationId === applicationId && one.state === 'open',
  )
  if (journal === undefined) return false
  const inbound = journal.changes.find(({ what }) => what === 'inbound')?.next
  const isOtherTunnel = inbound !== undefined && inbound !== tunnel.addresses?.inboundUrl
  return baseUrl.kind === 'simulator' || tunnel.state.state !== 'online' || !isOtherTunnel
}
