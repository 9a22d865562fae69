import { statusBody } from '#shared/messenger/simulated-callbacks.ts'
import type { SimulatorSettings } from '#shared/simulator.ts'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import type { Clock } from '../tunnel/clock.ts'
import type { Callback, Delivering } from './delivering.ts'
import { type Addresses, destinationOf, ownStatusUrl } from './destination.ts'
import type { SentMessage } from './sent-message.ts'
import { type StatusDelays, type StatusStep, statusSteps } from './status-sequence.ts'

type Deps = {
  readonly settings: () => SimulatorSettings
  readonly addresses: Addresses
  readonly delaysMs: StatusDelays
  /** The code a message is rejected with; null for none. */
  readonly rejectionOf: (message: SentMessage) => number | null
  readonly delivering: Delivering
  readonly clock: Clock
  readonly newInstance: () => string
  /** There were too many: this one is never told. */
  readonly onOverflow: (status: Callback) => void
  readonly onError: (error: unknown) => void
}

export type AcceptedMessage = {
  readonly messageUuid: string
  readonly message: SentMessage
  readonly signAs: SignAs
}

/** Those of a thousand messages: a server that sends faster than they are told would fill the memory. */
const MOST_UNTOLD = 3_000

/** Tells the sender of each accepted message how it went, each status on a timer of its own, up to so many at a time. */
export function createStatusReporter({ clock, settings, delivering, ...deps }: Deps) {
  const cancels = new Set<() => void>()

  function tellLater(afterMs: number, status: Callback): void {
    if (cancels.size >= MOST_UNTOLD) {
      deps.onOverflow(status)
      return
    }
    const cancel = clock.after(afterMs, () => {
      delivering
        .deliver(status)
        .catch(deps.onError)
        .finally(() => cancels.delete(cancel))
    })
    cancels.add(cancel)
  }

  function reportStep({ messageUuid, message, signAs }: AcceptedMessage, step: StatusStep): void {
    const { pageId, callbackVersion, destination } = settings()
    const { webhookUrl } = message
    const { status, error } = step
    const callback: Callback = {
      ...{ kind: 'status', type: status, messageUuid, fault: null, signAs },
      body: statusBody({
        ...{ messageUuid, pageId, psid: message.psid, clientRef: message.clientRef },
        ...{ status, error, usage: step.usage },
        version: message.webhookVersion ?? callbackVersion,
        atMs: clock.nowMs() + step.happensAfterMs,
      }),
      destination: () =>
        webhookUrl === null ? destinationOf(destination, 'status', deps.addresses) : ownStatusUrl(webhookUrl),
      word: error === null ? status : `${status} ${error.code}`,
      isTrouble: error !== null,
    }
    for (const afterMs of step.toldAfterMs) tellLater(afterMs, callback)
  }

  return {
    report(accepted: AcceptedMessage): void {
      const steps = statusSteps({
        sequence: settings().statusSequence,
        rejection: deps.rejectionOf(accepted.message),
        delays: deps.delaysMs,
        newInstance: deps.newInstance,
      })
      for (const step of steps) reportStep(accepted, step)
    },
    /** Statuses still to come are dropped. */
    dispose(): void {
      for (const cancel of cancels) cancel()
      cancels.clear()
    },
  }
}
