import type { TargetDelivery, TargetOutcome } from '#shared/target.ts'
import type { Log } from '../log/log.ts'

type Deps = {
  readonly save: (deliveries: readonly TargetDelivery[]) => void
  readonly onChange: () => void
  readonly log: Log
}

/** Keeps and counts deliveries: all of one turn of the event loop in one go, since every write waits for the disk. */
export function createDeliveryRecorder({ save, onChange, log }: Deps) {
  const counts: Record<TargetOutcome['kind'], number> = { answered: 0, failed: 0, 'held-back': 0 }
  let pending: TargetDelivery[] = []

  function flush(): void {
    const batch = pending
    pending = []
    if (batch.length === 0) return
    try {
      save(batch)
    } catch (err) {
      log.error({ err }, 'What a target made of callbacks could not be stored.')
    }
    onChange()
  }

  return {
    add(delivery: TargetDelivery): void {
      counts[delivery.outcome.kind] += 1
      pending.push(delivery)
      if (pending.length === 1) setImmediate(flush)
    },
    counts: () => ({ forwarded: counts.answered, failed: counts.failed, heldBack: counts['held-back'] }),
    flush,
  }
}
