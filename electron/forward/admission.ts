import type { SignatureState } from '#shared/callback.ts'
import type { ForwardSettings } from '#shared/forward.ts'
import { type MatchedCallback, matchesQuery } from '#shared/search/matches-query.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import { searchText } from '#shared/search/search-text.ts'
import type { Arrival } from '../store/arrivals.ts'

/** `left-out`: the filter does not want it passed on, which leaves no trace. */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'held-back'; readonly reason: string }

type Deps = {
  readonly nowMs: () => number
  /** Whether a message with this message_uuid was sent from here. */
  readonly isSentFromHere: (messageUuid: string) => boolean
}

/** Decides whether a callback that comes in may be passed on under these settings. */
export function createAdmission({ nowMs, isSentFromHere }: Deps) {
  return (arrival: Arrival, { filter, isUnverifiedAllowed }: ForwardSettings): Admission => {
    const read = parseQuery(filter, nowMs())
    if (!read.ok) {
      const reason = `The filter of forwarding cannot be read: ${read.fault.what} ${read.fault.fix}`
      return { kind: 'held-back', reason }
    }
    if (!matchesQuery(onArrival(arrival, isSentFromHere), read.query, nowMs())) return { kind: 'left-out' }
    const { signature } = arrival.callback
    if (signature === 'valid' || isUnverifiedAllowed) return { kind: 'admitted' }
    return { kind: 'held-back', reason: reasons[signature] }
  }
}

/** A callback as a filter sees it that has just come in: nobody has pinned it or noted anything about it. */
function onArrival({ intake, callback }: Arrival, isSentFromHere: Deps['isSentFromHere']): MatchedCallback {
  const { kind, messageUuid, hasError, firstSeq } = callback
  return {
    ...callback,
    has: (what) => {
      if (what === 'error') return hasError
      if (what === 'repeat') return firstSeq !== null
      return what === 'reply' && kind === 'status' && messageUuid !== null && isSentFromHere(messageUuid)
    },
    text: () => searchText(intake),
  }
}

const ALLOW = 'allow unverified callbacks on the Replay page, under Forwarding'

const reasons: Readonly<Record<Exclude<SignatureState, 'valid'>, string>> = {
  unsigned: `It is not signed. To pass it on all the same, ${ALLOW}.`,
  invalid: `Its signature is wrong. To pass it on all the same, ${ALLOW}.`,
  unknown: `Its signature could not be checked. Add the signature secret of its account in Settings, or ${ALLOW}.`,
}
