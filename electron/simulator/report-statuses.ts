import type { ApiVersion } from '#shared/callback.ts'
import { statusBody } from '#shared/messenger/simulated-callbacks.ts'
import type { SimulatorDelivery } from '#shared/simulator.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'
import type { DeliverCallback } from './deliver-callback.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { SEEDED_PEOPLE } from './people.ts'
import type { SentMessage } from './sent-message.ts'
import { type StatusDelays, type StatusStep, statusSteps } from './status-sequence.ts'

type Deps = {
  readonly pageId: string
  readonly statusUrl: () => string | null
  readonly callbackVersion: () => ApiVersion
  readonly delaysMs: StatusDelays
  readonly deliver: DeliverCallback
  readonly deliveries: DeliveryLog
  readonly nowMs: () => number
  readonly newUuid: () => string
  readonly newInstance: () => string
  readonly onError: (error: unknown) => void
}

type Destination =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly url: string; readonly reason: string }

/** Tells the sender of each accepted message how it went, each status on a timer of its own. */
export function createStatusReporter(deps: Deps) {
  const timers = new Set<NodeJS.Timeout>()

  function later(afterMs: number, run: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run().catch(deps.onError)
    }, afterMs)
    timers.add(timer)
  }

  async function reportStep(messageUuid: string, message: SentMessage, step: StatusStep): Promise<void> {
    const atMs = deps.nowMs()
    const destination = destinationOf(message, deps.statusUrl())
    const body = statusBody({
      version: message.webhookVersion ?? deps.callbackVersion(),
      messageUuid,
      pageId: deps.pageId,
      psid: message.psid,
      atMs,
      status: step.status,
      error: step.error,
      usage: step.usage,
      clientRef: message.clientRef,
    })
    const result: SimulatorDelivery['result'] = destination.ok
      ? await deps.deliver({ url: destination.url, body })
      : { kind: 'failed', reason: destination.reason }
    const url = destination.ok ? destination.url.href : destination.url
    deps.deliveries.add({
      id: deps.newUuid(),
      atMs,
      kind: 'status',
      type: step.status,
      messageUuid,
      url,
      fault: null,
      attempt: 1,
      result,
    })
  }

  return {
    report(messageUuid: string, message: SentMessage): void {
      const isKnownPerson = SEEDED_PEOPLE.some(({ psid }) => psid === message.psid)
      for (const step of statusSteps(isKnownPerson, deps.delaysMs, deps.newInstance)) {
        later(step.afterMs, () => reportStep(messageUuid, message, step))
      }
    },
    /** Statuses still to come are dropped. */
    dispose(): void {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** A message may name its own status URL; the simulator only goes to this computer. */
function destinationOf(message: SentMessage, statusUrl: string | null): Destination {
  const wanted = message.webhookUrl ?? statusUrl
  if (wanted === null)
    return { ok: false, url: '', reason: 'There is no status URL: the listener is not running.' }
  const url = URL.parse(wanted)
  if (url === null) return { ok: false, url: wanted, reason: 'The status URL is not a URL.' }
  if (message.webhookUrl !== null && !isLoopbackHost(url.hostname)) {
    const reason = `The message’s webhook_url points to ${url.host}. The simulator only contacts this computer.`
    return { ok: false, url: wanted, reason }
  }
  return { ok: true, url }
}
