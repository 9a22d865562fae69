import { assertNever } from '#shared/assert-never.ts'
import type { SimulatedStatus } from '#shared/messenger/simulated-callbacks.ts'
import { statusCodeText } from '#shared/messenger/status-code-text.ts'
import type { StatusSequence } from '#shared/simulator.ts'

/** Milliseconds from the acceptance of a message to each of its statuses. */
export type StatusDelays = { readonly submitted: number; readonly delivered: number; readonly read: number }

export const USUAL_DELAYS: StatusDelays = { submitted: 150, delivered: 600, read: 1500 }

export type StatusStep = Pick<SimulatedStatus, 'status' | 'error' | 'usage'> & {
  /** When it happens, which is its timestamp. */
  readonly happensAfterMs: number
  /** When it is told, or each of the times it is told: the same body, signed anew. */
  readonly toldAfterMs: readonly number[]
}

export type Fate = {
  readonly sequence: StatusSequence
  /** A code that the message is rejected with, whatever the sequence says; null for none. */
  readonly rejection: number | null
  readonly delays: StatusDelays
  readonly newInstance: () => string
}

/** A repeat comes after the first, even where its sender is fast. */
const REPEAT_AFTER_MS = 20

/**
 * What happens to an accepted message, as the statuses Vonage would report. A rejection wins over the wanted sequence,
 * but for its being late or not told at all. Sources: Messages API specification, message status (submitted, delivered,
 * read, rejected, undeliverable) and "Error codes"; their order of arrival is not promised.
 */
export function statusSteps({ sequence, rejection, delays, newInstance }: Fate): readonly StatusStep[] {
  const failing = (status: 'rejected' | 'undeliverable', code: number): readonly StatusStep[] => [
    step('submitted', delays.submitted),
    {
      ...step(status, delays.delivered),
      error: { code, ...statusCodeText(code), instance: newInstance() },
    },
  ]
  const usual = rejection === null ? wellSteps(delays) : failing('rejected', rejection)
  switch (sequence.kind) {
    case 'normal':
      return usual
    case 'rejected':
    case 'undeliverable':
      return rejection === null ? failing(sequence.kind, sequence.code) : usual
    case 'out-of-order':
      return backwards(usual)
    case 'duplicated':
      return usual.map((one) => later(one, [0, REPEAT_AFTER_MS]))
    case 'delayed':
      return usual.map((one) => later(one, [sequence.delayMs]))
    case 'missing':
      return []
    default:
      return assertNever(sequence)
  }
}

function wellSteps(delays: StatusDelays): readonly StatusStep[] {
  return [
    step('submitted', delays.submitted),
    { ...step('delivered', delays.delivered), usage: { currency: 'EUR', price: '0.0010' } },
    step('read', delays.read),
  ]
}

function step(status: StatusStep['status'], afterMs: number): StatusStep {
  return { status, happensAfterMs: afterMs, toldAfterMs: [afterMs], error: null, usage: null }
}

/** Nothing is told before it happened: the last to happen is told on time, the others in reverse behind it. */
function backwards(steps: readonly StatusStep[]): readonly StatusStep[] {
  const lastMs = Math.max(...steps.map(({ happensAfterMs }) => happensAfterMs))
  return steps.map((one) => later(one, [2 * (lastMs - one.happensAfterMs)]))
}

function later(one: StatusStep, byMs: readonly number[]): StatusStep {
  return { ...one, toldAfterMs: byMs.map((ms) => one.happensAfterMs + ms) }
}
