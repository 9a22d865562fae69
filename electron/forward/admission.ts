import type { SignatureState } from '#shared/callback.ts'
import type { ForwardSettings } from '#shared/forward.ts'
import { type FilteredCallback, matchesFilter } from '#shared/messenger/matches-filter.ts'

/** `left-out`: the filter does not want it passed on, which leaves no trace. */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'held-back'; readonly reason: string }

/** Whether a callback may be passed on under these settings. */
export function admit(callback: FilteredCallback, settings: ForwardSettings): Admission {
  if (!matchesFilter(callback, settings.filter)) return { kind: 'left-out' }
  if (callback.signature === 'valid' || settings.isUnverifiedAllowed) return { kind: 'admitted' }
  return { kind: 'held-back', reason: reasons[callback.signature] }
}

const ALLOW = 'allow unverified callbacks on the Replay page, under Forwarding'

const reasons: Readonly<Record<Exclude<SignatureState, 'valid'>, string>> = {
  unsigned: `It is not signed. To pass it on all the same, ${ALLOW}.`,
  invalid: `Its signature is wrong. To pass it on all the same, ${ALLOW}.`,
  unknown: `Its signature could not be checked. Add the signature secret of its account in Settings, or ${ALLOW}.`,
}
