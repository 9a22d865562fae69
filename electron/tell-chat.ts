import { assertNever } from '#shared/assert-never.ts'
import type { CallbackRow } from '#shared/callback.ts'
import { isGood } from '#shared/replay/compare-outcomes.ts'
import type { TargetDelivery } from '#shared/target.ts'

type Step = { readonly atMs: number; readonly word: string; readonly isTrouble: boolean }

type Deps = {
  readonly row: (seq: number) => CallbackRow | null
  /** Adds a step to a message of the chat, if it is one. */
  readonly note: (messageUuid: string, step: Step) => void
}

/**
 * Has the chat say what one's own server made of a person's message: the listener may have answered 200 long before.
 * A mirrored answer is there already.
 */
export function createTellChat({ row, note }: Deps) {
  return (deliveries: readonly TargetDelivery[]): void => {
    for (const delivery of deliveries.filter(({ origin }) => origin === 'forward')) {
      const callback = row(delivery.callbackSeq)
      if (callback?.kind !== 'inbound' || callback.messageUuid === null) continue
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
