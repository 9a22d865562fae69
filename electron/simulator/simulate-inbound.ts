import type { ApiVersion } from '#shared/callback.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { inboundBody } from '#shared/messenger/simulated-callbacks.ts'
import type {
  CallbackFault,
  SimulatedMessage,
  SimulatorDelivery,
  SimulatorSettings,
} from '#shared/simulator.ts'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import type { ChatLog } from './chat-log.ts'
import type { Delivering } from './delivering.ts'
import { type Addresses, destinationOf } from './destination.ts'
import type { People } from './people.ts'

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
  readonly people: Pick<People, 'find' | 'first'>
  readonly settings: () => SimulatorSettings
  readonly signAs: () => SignAs
  readonly addresses: Addresses
  readonly delivering: Delivering
  readonly chat: ChatLog
  readonly personWrote: (psid: string) => void
  readonly nowMs: () => number
  readonly newUuid: () => string
}

/**
 * A Messenger user writes to the Page: the callback goes to the destination, and every attempt is recorded whatever
 * comes of it. Throws a WorkbenchError: `NOT_FOUND` for an unknown PSID. The listener takes whatever is right, so for a
 * callback without fault it also throws `LISTENER_NOT_RUNNING` (no address or no answer) and `HTTP_REFUSED`; what a
 * target answers, and what became of a faulty one, is in the delivery only.
 */
export function createSimulateInbound(deps: Deps) {
  return async (request: InboundRequest): Promise<{ readonly messageUuid: string }> => {
    const { psid } = request.psid === null ? deps.people.first() : deps.people.find(request.psid)
    const { pageId, callbackVersion, destination } = deps.settings()
    const { message, fault } = request
    const messageUuid = deps.newUuid()
    const atMs = deps.nowMs()
    deps.personWrote(psid)
    deps.chat.add({
      ...{ id: messageUuid, messageUuid, atMs, psid, from: 'person' },
      content: message,
      progress: [],
    })
    const result = await deps.delivering.deliver({
      ...{ kind: 'inbound', type: message.type, messageUuid, fault, word: '', isTrouble: false },
      body: inboundBody({
        ...{ messageUuid, pageId, psid, atMs, content: message },
        version: request.version ?? callbackVersion,
      }),
      signAs: deps.signAs(),
      destination: () => destinationOf(destination, 'inbound', deps.addresses),
    })
    const error = destination.kind === 'listener' && fault === null ? errorOf(result) : null
    if (error !== null) throw error
    return { messageUuid }
  }
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
