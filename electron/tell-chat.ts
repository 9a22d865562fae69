import { assertNever } from '#shared/assert-never.ts'
import { type CapturedRequest, readCallback } from '#shared/messenger/read-callback.ts'
import { isGood } from '#shared/replay/compare-outcomes.ts'
import type { TargetDelivery } from '#shared/target.ts'

type Step = { readonly atMs: number; readonly word: string; readonly isTrouble: boolean }

type Deps = {
  readonly intake: (seq: number) => CapturedRequest | null
  /** Adds a step to a message of the chat, if it is one. */
  readonly note: (messageUuid: string, step: Step) => void
}

/**
 * Has the chat say what one's own server made of a person's message: the listener may have answered 200 long before.
 * A mirrored answer is there already.
 */
export function createTellChat({ intake, note }: Deps) {
  return (deliveries: readonly TargetDelivery[]): void => {
    for (const delivery of deliveries.filter(({ origin }) => origin === 'forward')) {
      const captured = intake(delivery.callbackSeq)
      const callback = captured === null ? null : readCallback(captured)
      if (callback?.kind !== 'inbound') continue
      const { outcome, atMs, durationMs } = delivery
      const step = { atMs: atMs + durationMs, word: wordOf(delivery), isTrouble: !isGood(outcome) }
      note(callback.messageUuid, step)
    }
  }
}

function wordOf({ outcome, targetName }: TargetDelivery): string {
  switch (outcome.kind) {
    case 'answered':
      return `${targetName} answered ${outcome.httpStatus}`
    case 'failed':
      return `${targetName} did not answer`
    case 'held-back':
      return `not passed on to ${targetName}`
    default:
      return assertNever(outcome)
  }
}
