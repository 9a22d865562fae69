import type { DeliveryError, SimulatedStatus } from '#shared/messenger/simulated-callbacks.ts'

/** Milliseconds from the acceptance of a message to each of its statuses. */
export type StatusDelays = { readonly submitted: number; readonly delivered: number; readonly read: number }

export const USUAL_DELAYS: StatusDelays = { submitted: 150, delivered: 600, read: 1500 }

export type StatusStep = Pick<SimulatedStatus, 'status' | 'error' | 'usage'> & { readonly afterMs: number }

/** Source: Messages API error codes, 1300. */
const NOT_A_USER = {
  code: 1300,
  reason: 'Not part of the provider network',
  explanation: 'The number or ID is not a user in the provider network.',
}

/**
 * What happens to an accepted message: a person of this Page gets and reads it; an id that is none is accepted too,
 * and rejected afterwards, because the API does not know people before Messenger does.
 */
export function statusSteps(
  isKnownPerson: boolean,
  delays: StatusDelays,
  newInstance: () => string,
): readonly StatusStep[] {
  const submitted = step('submitted', delays.submitted)
  if (!isKnownPerson) {
    const error: DeliveryError = { ...NOT_A_USER, instance: newInstance() }
    return [submitted, { ...step('rejected', delays.delivered), error }]
  }
  return [
    submitted,
    { ...step('delivered', delays.delivered), usage: { currency: 'EUR', price: '0.0010' } },
    step('read', delays.read),
  ]
}

function step(status: SimulatedStatus['status'], afterMs: number): StatusStep {
  return { status, afterMs, error: null, usage: null }
}
