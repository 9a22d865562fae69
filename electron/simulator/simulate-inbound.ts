import type { ApiVersion } from '#shared/callback.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { inboundBody } from '#shared/messenger/simulated-callbacks.ts'
import type {
  CallbackFault,
  SimulatedMessage,
  SimulatedPerson,
  SimulatorDelivery,
} from '#shared/simulator.ts'
import type { DeliverCallback } from './deliver-callback.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { SEEDED_PEOPLE } from './people.ts'

export type InboundRequest = {
  /** Who writes; null for the first person. */
  readonly psid: string | null
  readonly message: SimulatedMessage
  /** Format of the callback; null for the one the simulator is set to. */
  readonly version: ApiVersion | null
  /** What goes wrong with the callback on its way; null for nothing. */
  readonly fault: CallbackFault | null
}

type Deps = {
  readonly pageId: string
  readonly inboundUrl: () => string | null
  readonly callbackVersion: () => ApiVersion
  readonly deliver: DeliverCallback
  readonly deliveries: DeliveryLog
  readonly nowMs: () => number
  readonly newUuid: () => string
}

/**
 * A Messenger user writes to the Page: the callback goes to the inbound URL, and the attempt is recorded whatever
 * comes of it. Throws a WorkbenchError: `NOT_FOUND` for an unknown PSID, `LISTENER_NOT_RUNNING` without an inbound
 * URL or an answer, `HTTP_REFUSED` for an answer other than 2xx.
 */
export function createSimulateInbound(deps: Deps) {
  return async (request: InboundRequest): Promise<{ readonly messageUuid: string }> => {
    const { psid } = personOf(request.psid)
    const messageUuid = deps.newUuid()
    const atMs = deps.nowMs()
    const url = deps.inboundUrl()
    const body = inboundBody({
      version: request.version ?? deps.callbackVersion(),
      messageUuid,
      pageId: deps.pageId,
      psid,
      atMs,
      content: request.message,
    })
    const result: SimulatorDelivery['result'] =
      url === null
        ? { kind: 'failed', reason: 'There is no inbound URL: the listener is not running.' }
        : await deps.deliver({ url: new URL(url), body })
    deps.deliveries.add({
      id: deps.newUuid(),
      atMs,
      kind: 'inbound',
      type: request.message.type,
      messageUuid,
      url: url ?? '',
      fault: request.fault,
      attempt: 1,
      result,
    })
    const error = errorOf(result)
    if (error !== null) throw error
    return { messageUuid }
  }
}

function personOf(psid: string | null): SimulatedPerson {
  const person = psid === null ? SEEDED_PEOPLE[0] : SEEDED_PEOPLE.find((one) => one.psid === psid)
  if (person !== undefined) return person
  throw new WorkbenchError({
    code: 'NOT_FOUND',
    what: 'No message was simulated.',
    why: 'No Messenger user of the simulator has this PSID.',
    fix: 'Choose one of the people on the Simulate page.',
  })
}

function errorOf(result: SimulatorDelivery['result']): WorkbenchError | null {
  if (result.kind === 'failed') {
    return new WorkbenchError({
      code: 'LISTENER_NOT_RUNNING',
      what: 'The simulated message did not reach the listener.',
      why: result.reason,
      fix: 'Check that the listener is running, then simulate it again.',
    })
  }
  if (result.httpStatus >= 200 && result.httpStatus < 300) return null
  return new WorkbenchError({
    code: 'HTTP_REFUSED',
    what: `The listener answered the simulated message with ${result.httpStatus}.`,
    why: 'Vonage expects 200, and sends a callback again when it gets something else.',
    fix: 'Look at the callback in the list, if it was captured, and at the messages of the listener.',
  })
}
