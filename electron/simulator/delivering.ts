import { assertNever } from '#shared/assert-never.ts'
import { explainNetwork } from '#shared/messenger/explain-network.ts'
import type { JsonObject } from '#shared/messenger/json-value.ts'
import { retryWaitS } from '#shared/messenger/retry-schedule.ts'
import type { CallbackFault, RetryTrigger, SimulatorDelivery } from '#shared/simulator.ts'
import type { CallbackExchange, CallbackSender, SignAs } from '../callback-sender/callback-sender.ts'
import type { ChatLog } from './chat-log.ts'
import type { Destination } from './destination.ts'
import { progressOf } from './progress-word.ts'
import type { RecentLog } from './recent-log.ts'
import type { RetryClock } from './retry-clock.ts'
import type { RetryQueue } from './retry-queue.ts'

/** A callback with all that its attempts have in common. */
export type Callback = {
  readonly kind: 'inbound' | 'status'
  readonly type: string
  readonly messageUuid: string
  readonly body: JsonObject
  readonly fault: CallbackFault | null
  readonly signAs: SignAs
  /** Asked before every attempt. */
  readonly destination: () => Destination
  /** How the chat calls it, and whether it is bad news by itself. */
  readonly word: string
  readonly isTrouble: boolean
}

type Result = SimulatorDelivery['result']

type Attempt = { readonly attempt: number; readonly url: string; readonly atMs: number }

type Deps = {
  readonly sender: CallbackSender
  readonly deliveries: RecentLog<SimulatorDelivery>
  readonly chat: ChatLog
  readonly retries: Pick<RetryQueue, 'add'>
  readonly retryClock: RetryClock
  readonly trigger: () => RetryTrigger
  readonly nowMs: () => number
  readonly newUuid: () => string
}

/**
 * Delivers callbacks, keeps what came of each attempt, and has them tried again on Vonage's schedule: the same body,
 * signed anew. Sources: Messages API Sandbox page (any answer but 200 is repeated), support article on webhooks (429 and
 * 5xx are); whoever does not answer is tried again by both.
 */
export function createDelivering(deps: Deps) {
  function record(callback: Callback, { attempt, url, atMs }: Attempt, result: Result): void {
    const { kind, type, messageUuid, fault, word, isTrouble } = callback
    const id = deps.newUuid()
    deps.deliveries.add({ id, atMs, kind, type, messageUuid, url, fault, attempt, result })
    const progress = progressOf({ kind, attempt, result, word, isTrouble })
    deps.chat.note(messageUuid, { atMs: deps.nowMs(), ...progress })
  }

  async function attemptOnce(callback: Callback, attempt: number): Promise<Result> {
    const destination = callback.destination()
    const at = { attempt, atMs: deps.nowMs() }
    if (!destination.ok) {
      const result: Result = { kind: 'failed', reason: destination.reason }
      record(callback, { ...at, url: destination.url }, result)
      if (!destination.isFinal) retryLater(callback, attempt, result)
      return result
    }
    const { url } = destination
    const exchanges = await deps.sender.send({ ...callback, url })
    const results = exchanges.map((exchange) => resultOf(exchange, url))
    for (const result of results) record(callback, { ...at, url: url.href }, result)
    const last = results.at(-1) ?? { kind: 'failed', reason: 'Nothing was sent.' }
    if (!wasCancelled(exchanges)) retryLater(callback, attempt, last)
    return last
  }

  function retryLater(callback: Callback, attempt: number, result: Result): void {
    if (!isRepeated(deps.trigger(), result)) return
    const { kind, type, messageUuid } = callback
    const waitS = retryWaitS(attempt)
    if (waitS === null) {
      const word = 'given up after 24 hours'
      deps.chat.note(messageUuid, { atMs: deps.nowMs(), word, isTrouble: true })
      return
    }
    const again = { ...callback, fault: lastingFault(callback.fault) }
    deps.retries.add({
      due: {
        ...{ id: deps.newUuid(), kind, type, messageUuid, attempt: attempt + 1 },
        dueAtMs: deps.retryClock.nowMs() + waitS * 1_000,
        because: result.kind === 'answered' ? `Answered ${result.httpStatus}.` : result.reason,
      },
      run: () => attemptOnce(again, attempt + 1),
    })
  }

  return { deliver: (callback: Callback) => attemptOnce(callback, 1) }
}

export type Delivering = ReturnType<typeof createDelivering>

function resultOf({ outcome, durationMs }: CallbackExchange, url: URL): Result {
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'answered', httpStatus: outcome.httpStatus, durationMs }
    case 'cut':
      return { kind: 'failed', reason: 'The connection was cut in the middle of the body, on purpose.' }
    case 'failed': {
      const { what, why } = explainNetwork(outcome.failure, url.host)
      return { kind: 'failed', reason: `${what} ${why}` }
    }
    default:
      return assertNever(outcome)
  }
}

function isRepeated(trigger: RetryTrigger, result: Result): boolean {
  if (trigger === 'off') return false
  if (result.kind === 'failed') return true
  const { httpStatus } = result
  return trigger === 'any-non-200' ? httpStatus !== 200 : httpStatus === 429 || httpStatus >= 500
}

/** The app is closing: there is nobody to try again. */
function wasCancelled(exchanges: readonly CallbackExchange[]): boolean {
  return exchanges.some(({ outcome }) => outcome.kind === 'failed' && outcome.failure.kind === 'cancelled')
}

/**
 * What is wrong with a callback stays wrong when it is sent again; what went wrong on the way is over. Nor is a repeat
 * unsigned: Vonage asks for a 5xx answer to an unsigned callback, so that it is sent again with a signature.
 */
function lastingFault(fault: CallbackFault | null): CallbackFault | null {
  const passing: readonly (CallbackFault | null)[] = [
    'unsigned',
    'duplicate',
    'slow-sender',
    'cut-connection',
  ]
  return passing.includes(fault) ? null : fault
}
