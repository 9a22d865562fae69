import { assertNever } from '#shared/assert-never.ts'
import { type ForwardView, RECENTLY_FORWARDED } from '#shared/forward.ts'
import { isGood } from '#shared/replay/compare-outcomes.ts'
import type { TargetDelivery, TargetOutcome } from '#shared/target.ts'
import type { Log } from '../log/log.ts'

type Deps = {
  readonly save: (deliveries: readonly TargetDelivery[]) => void
  /** Once they are kept. */
  readonly onDelivered: (deliveries: readonly TargetDelivery[]) => void
  readonly onChange: () => void
  readonly log: Log
}

type Counts = Pick<ForwardView, 'forwarded' | 'refused' | 'failed' | 'heldBack'>

/** Keeps and counts deliveries: all of one turn of the event loop in one go, since every write waits for the disk. */
export function createDeliveryRecorder({ save, onDelivered, onChange, log }: Deps) {
  const counts: Record<keyof Counts, number> = { forwarded: 0, refused: 0, failed: 0, heldBack: 0 }
  let recent: readonly TargetOutcome[] = []
  let pending: TargetDelivery[] = []

  function flush(): void {
    const batch = pending
    pending = []
    if (batch.length === 0) return
    try {
      save(batch)
      onDelivered(batch)
    } catch (err) {
      log.error({ err }, 'What a target made of callbacks could not be stored.')
    }
    onChange()
  }

  return {
    add(delivery: TargetDelivery): void {
      const { outcome } = delivery
      counts[countOf(outcome)] += 1
      if (outcome.kind !== 'held-back') recent = [...recent, outcome].slice(-RECENTLY_FORWARDED)
      pending.push(delivery)
      if (pending.length === 1) setImmediate(flush)
    },
    counts: () => ({ ...counts, recent: recentOf(recent) }),
    flush,
  }
}

function countOf(outcome: TargetOutcome): keyof Counts {
  switch (outcome.kind) {
    case 'answered':
      return isGood(outcome) ? 'forwarded' : 'refused'
    case 'failed':
      return 'failed'
    case 'held-back':
      return 'heldBack'
    default:
      return assertNever(outcome)
  }
}

function recentOf(outcomes: readonly TargetOutcome[]): ForwardView['recent'] {
  const refusals = outcomes.filter((outcome) => countOf(outcome) === 'refused')
  const last = refusals.at(-1)
  return {
    count: outcomes.length,
    refused: refusals.length,
    failed: outcomes.filter(({ kind }) => kind === 'failed').length,
    refusedWith: last?.kind === 'answered' ? last.httpStatus : null,
  }
}
