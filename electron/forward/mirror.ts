import type { GivenAnswer } from '../listener/answer.ts'
import type { Log } from '../log/log.ts'
import type { StoredIntake } from '../store/intake.ts'
import type { Store } from '../store/store.ts'
import type { Targets } from '../targets/targets.ts'
import type { createAdmission } from './admission.ts'
import type { createDeliveryRecorder } from './delivery-recorder.ts'
import type { StoredForwardSettings } from './forward-settings.ts'
import type { createMakeDelivery } from './make-delivery.ts'
import { mirroredAnswer, NO_ANSWER } from './mirrored-answer.ts'
import { webhookOf } from './webhook-of.ts'

type Deps = {
  readonly settings: Pick<StoredForwardSettings, 'get' | 'mode'>
  readonly targets: Pick<Targets, 'find'>
  readonly store: Pick<Store, 'describe'>
  readonly admit: ReturnType<typeof createAdmission>
  readonly make: ReturnType<typeof createMakeDelivery>
  readonly recorder: Pick<ReturnType<typeof createDeliveryRecorder>, 'add'>
  readonly log: Log
}

type Webhook = NonNullable<ReturnType<typeof webhookOf>>

/** Lets the target answer callbacks in the listener's place. */
export function createMirror({ settings, targets, store, admit, make, recorder, log }: Deps) {
  const taken = new Set<number>()
  const underWay = new Set<Promise<GivenAnswer | null>>()

  async function answer(intake: StoredIntake, webhook: Webhook): Promise<GivenAnswer | null> {
    const current = settings.get()
    taken.add(intake.seq)
    try {
      const target = targets.find(current.targetId)
      const passing = { seq: intake.seq, webhook, target, origin: 'mirror' } as const
      const callback = await store.describe(intake.seq)
      if (callback === null) return null
      const admission = admit({ intake, callback }, current)
      if (admission.kind === 'left-out') return null
      const delivery =
        admission.kind === 'held-back'
          ? make.heldBack(passing, admission.reason)
          : await make.sent(passing, intake)
      recorder.add(delivery)
      return mirroredAnswer(delivery.outcome)
    } catch (err) {
      log.error({ err }, 'A callback could not be passed on.')
      return NO_ANSWER
    }
  }

  return {
    /** The target's answer to a stored callback, or null; null at once where it is not asked. Never rejects. */
    answerInstead(intake: StoredIntake): Promise<GivenAnswer | null> | null {
      const webhook = settings.mode() === 'mirror' ? webhookOf(intake) : null
      if (webhook === null) return null
      const answering = answer(intake, webhook).finally(() => underWay.delete(answering))
      underWay.add(answering)
      return answering
    },
    /** Whether a callback that arrives has been dealt with here; asked once. */
    hasAnswered: (seq: number) => taken.delete(seq),
    underWay: () => underWay.size,
    settled: async () => void (await Promise.all(underWay)),
  }
}
