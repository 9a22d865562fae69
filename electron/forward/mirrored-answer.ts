import type { TargetOutcome } from '#shared/target.ts'
import { bytesOfBody } from '../bytes/exact-body.ts'
import type { GivenAnswer } from '../listener/answer.ts'

/** Has the sender try again. */
export const NO_ANSWER: GivenAnswer = { httpStatus: 502, headers: [], body: new Uint8Array() }
/** What the sender needs to read the body. */
const PASSED_ON = ['content-type', 'content-encoding']
/** What may stand in a header that is sent. */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/

/** What the sender is told in the target's place: its answer, 502 for none; null when it was not asked. */
export function mirroredAnswer(outcome: TargetOutcome): GivenAnswer | null {
  if (outcome.kind === 'held-back') return null
  if (outcome.kind === 'failed' || outcome.httpStatus < 200) return NO_ANSWER
  return {
    httpStatus: outcome.httpStatus,
    headers: PASSED_ON.flatMap((wanted) =>
      outcome.headers
        .filter(([name, value]) => name.toLowerCase() === wanted && SENDABLE.test(value))
        .slice(0, 1),
    ),
    body: bytesOfBody(outcome.body),
  }
}
