import { FORWARD_QUEUE_LIMIT } from '#shared/forward.ts'
import type { Log } from '../log/log.ts'
import type { Arrival } from '../store/arrivals.ts'
import type { Store } from '../store/store.ts'
import type { Targets } from '../targets/targets.ts'
import type { createAdmission } from './admission.ts'
import type { createDeliveryRecorder } from './delivery-recorder.ts'
import { createForwardQueue } from './forward-queue.ts'
import type { StoredForwardSettings } from './forward-settings.ts'
import { heldBackReasons } from './held-back-reasons.ts'
import type { createMakeDelivery, Passing } from './make-delivery.ts'
import { webhookOf } from './webhook-of.ts'

const UNDER_WAY_LIMIT = 16

/** With what was read of it; its body stays in the store until its turn comes. */
type Waiting = Passing & { readonly callback: Arrival['callback'] }

type Deps = {
  readonly settings: Pick<StoredForwardSettings, 'get'>
  readonly activeProfileId: () => string
  readonly targets: Pick<Targets, 'find'>
  readonly store: Pick<Store, 'intake'>
  readonly admit: ReturnType<typeof createAdmission>
  readonly make: ReturnType<typeof createMakeDelivery>
  readonly recorder: Pick<ReturnType<typeof createDeliveryRecorder>, 'add'>
  readonly log: Log
}

/** Passes callbacks on after they have been answered, captured and read: in order of arrival, some at a time. */
export function createFollowUp({
  settings,
  activeProfileId,
  targets,
  store,
  admit,
  make,
  recorder,
  log,
}: Deps) {
  const queue = createForwardQueue<Waiting>({
    limit: FORWARD_QUEUE_LIMIT,
    concurrency: UNDER_WAY_LIMIT,
    run: forward,
  })
  const scope = () => ({ profileId: activeProfileId(), isOn: settings.get().isOn })
  let served = scope()

  /** Whether it is admitted; where it is held back, that is recorded. */
  function passes(waiting: Waiting, arrival: Arrival): boolean {
    const admission = admit(arrival, settings.get())
    if (admission.kind === 'held-back') recorder.add(make.heldBack(waiting, admission.reason))
    return admission.kind === 'admitted'
  }

  /** As the settings are now, which may have been changed while the callback was waiting. */
  async function forward(waiting: Waiting): Promise<void> {
    try {
      const intake = store.intake(waiting.seq)
      if (intake === null || !passes(waiting, { intake, callback: waiting.callback })) return
      const target = targets.find(settings.get().targetId)
      recorder.add(await make.sent({ ...waiting, target }, intake))
    } catch (err) {
      log.error({ err }, 'A callback could not be passed on.')
    }
  }

  function dropWaiting(reason: string): void {
    for (const passing of queue.takeWaiting()) recorder.add(make.heldBack(passing, reason))
  }

  return {
    arrived(arrival: Arrival): void {
      const { intake, callback } = arrival
      const current = settings.get()
      const webhook = webhookOf(intake)
      if (!current.isOn || webhook === null) return
      const target = targets.find(current.targetId)
      const waiting: Waiting = { seq: intake.seq, webhook, target, origin: 'forward', callback }
      if (passes(waiting, arrival) && !queue.add(waiting)) {
        recorder.add(make.heldBack(waiting, heldBackReasons.queueFull))
      }
    },
    /** What waits may have lost its way when settings, targets or the profile in use have changed. */
    recheck(): void {
      const before = served
      served = scope()
      if (before.profileId !== served.profileId) dropWaiting(heldBackReasons.otherProfile)
      else if (!served.isOn) dropWaiting(heldBackReasons.turnedOff)
    },
    waiting: queue.waiting,
    underWay: queue.underWay,
    /** Starts nothing more and resolves when what is under way has come to an end. */
    async close(): Promise<void> {
      dropWaiting(heldBackReasons.closed)
      await queue.settled()
    },
  }
}
