import type { ForwardSettings, ForwardView } from '#shared/forward.ts'
import { readFilter } from '#shared/search/read-filter.ts'
import type { TargetDelivery } from '#shared/target.ts'
import type { Log } from '../log/log.ts'
import type { Store } from '../store/store.ts'
import type { LeadsHere } from '../targets/leads-here.ts'
import type { TargetClient } from '../targets/target-client.ts'
import type { Targets } from '../targets/targets.ts'
import type { Clock } from '../tunnel/clock.ts'
import { createAdmission } from './admission.ts'
import { createDeliveryRecorder } from './delivery-recorder.ts'
import { createFollowUp } from './follow-up.ts'
import type { StoredForwardSettings } from './forward-settings.ts'
import { createMakeDelivery } from './make-delivery.ts'
import { createMirror } from './mirror.ts'
import { createThrottle } from './throttle.ts'

const TELL_EVERY_MS = 250

type Used = 'onArrivals' | 'describe' | 'intake' | 'isSentFromHere' | 'saveTargetDeliveries'

type Deps = {
  readonly settings: StoredForwardSettings
  readonly activeProfileId: () => string
  readonly targets: Pick<Targets, 'find' | 'objectionTo'>
  readonly leadsHere: LeadsHere
  readonly store: Pick<Store, Used>
  readonly client: Pick<TargetClient, 'send'>
  readonly clock: Clock
  readonly newId: () => string
  /** What came of callbacks that were passed on. */
  readonly onDelivered: (deliveries: readonly TargetDelivery[]) => void
  readonly onChange: () => void
  readonly log: Log
}

export type Forwarding = ReturnType<typeof createForwarding>

/**
 * Passes callbacks on to a target as they arrive: behind the listener's answer, or (mirror) before it. Capture never
 * waits for it: what cannot be passed on in time is held back, and says so.
 */
export function createForwarding(deps: Deps) {
  const { settings, targets, store, clock, log } = deps
  const stop = new AbortController()
  const tell = createThrottle(clock, TELL_EVERY_MS, deps.onChange)
  const make = createMakeDelivery({
    client: deps.client,
    objectionTo: targets.objectionTo,
    leadsHere: deps.leadsHere,
    signal: stop.signal,
    nowMs: clock.nowMs,
    newId: deps.newId,
  })
  const recorder = createDeliveryRecorder({
    save: (deliveries) => store.saveTargetDeliveries(deliveries.map((delivery) => ({ delivery, run: null }))),
    onDelivered: deps.onDelivered,
    onChange: tell.call,
    log,
  })
  const admit = createAdmission({ nowMs: clock.nowMs, isSentFromHere: store.isSentFromHere })
  const followUp = createFollowUp({ ...deps, admit, make, recorder })
  const mirror = createMirror({ ...deps, admit, make, recorder })

  const ignoreArrivals = store.onArrivals(
    (arrivals) => {
      for (const arrival of arrivals) {
        if (!mirror.hasAnswered(arrival.intake.seq)) followUp.arrived(arrival)
      }
      tell.call()
    },
    () => settings.mode() !== null,
  )

  return {
    view: (): ForwardView => ({
      settings: settings.get(),
      waiting: followUp.waiting(),
      underWay: followUp.underWay() + mirror.underWay(),
      ...recorder.counts(),
    }),
    /** Throws TARGET_NOT_FOUND, BAD_FILTER. */
    save(change: ForwardSettings): void {
      readFilter(change.filter, clock.nowMs())
      targets.find(change.targetId)
      settings.save(change)
      deps.onChange()
    },
    /** To be called whenever settings, targets or the profile in use may have changed. */
    recheck: followUp.recheck,
    /** What the listener answers instead of 200; null for 200. Never rejects. */
    answerInstead: mirror.answerInstead,
    /** Starts nothing more, gives up what is under way, and keeps what came of it. */
    async dispose(): Promise<void> {
      ignoreArrivals()
      stop.abort()
      await Promise.all([followUp.close(), mirror.settled()])
      recorder.flush()
      tell.dispose()
    },
  }
}
