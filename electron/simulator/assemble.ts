import type { SimulatorDelivery, SimulatorRequest } from '#shared/simulator.ts'
import { createAcceptMessage } from './accept-message.ts'
import { createApiServer } from './api-server.ts'
import { createApplicationApi } from './application-api.ts'
import { createApplications } from './applications.ts'
import { createAuthorize } from './authorize.ts'
import { createChatLog } from './chat-log.ts'
import { createDelivering } from './delivering.ts'
import { type Identity, signerOf } from './identity.ts'
import { createNoteRequest } from './note-request.ts'
import { createPeople } from './people.ts'
import { createRecentLog } from './recent-log.ts'
import { createStatusReporter } from './report-statuses.ts'
import { createRetryClock } from './retry-clock.ts'
import { createRetryQueue, type Retry } from './retry-queue.ts'
import { createSandbox } from './sandbox-rules.ts'
import type { SentMessage } from './sent-message.ts'
import { createSimulateInbound } from './simulate-inbound.ts'
import type { SimulatorDeps } from './simulator-deps.ts'
import { USUAL_DELAYS } from './status-sequence.ts'

/** Puts the parts of the simulator together; its server does not listen yet. */
export function assembleSimulator(deps: SimulatorDeps, onChange: () => void) {
  const { application, clock, settings, addresses, newUuid } = deps
  const { nowMs } = clock
  const newInstance = () => newUuid().replaceAll('-', '')
  const onError = (error: unknown) => deps.log?.error({ err: error }, 'The simulator failed.')
  const people = openPeople(deps, onChange)
  const chat = createChatLog(deps.onChat)
  const requests = createRecentLog<SimulatorRequest>(onChange)
  const { deliveries, delivering, retries, retryClock, giveUp } = openDelivering({
    ...{ deps, chat, onChange, onError },
  })
  const sandbox = createSandbox({
    ...{ nowMs, clockMs: retryClock.nowMs },
    rules: () => settings().sandboxRules,
    lastWroteAtMs: (psid) => people.all().find((one) => one.psid === psid)?.lastWroteAtMs ?? null,
  })
  const statuses = createStatusReporter({
    ...{ settings, addresses, delivering, clock, newInstance, onError },
    onOverflow: (status) => giveUp({ ...status, attempt: 1 }, TOO_MANY.statuses),
    delaysMs: deps.delaysMs ?? USUAL_DELAYS,
    rejectionOf: (message) => sandbox.rejectionOf(message, people.isKnown(message.psid)),
  })

  function onAccepted(messageUuid: string, message: SentMessage, identity: Identity): void {
    const { psid, content } = message
    chat.add({ id: messageUuid, messageUuid, atMs: nowMs(), psid, from: 'server', content, progress: [] })
    statuses.report({ messageUuid, message, signAs: signerOf(identity) ?? deps.signsAs().signer })
  }

  const server = createApiServer({
    authorize: createAuthorize({ identities: deps.identities, nowMs, newInstance }),
    acceptMessage: createAcceptMessage({
      pageId: () => settings().pageId,
      ...{ newUuid, newInstance, sandbox, onAccepted },
    }),
    answerApplications: createApplicationApi({
      account: application,
      applications: createApplications(application),
      ...{ newUuid, newInstance },
    }),
    ...{ newInstance, onError },
    onHandled: createNoteRequest({
      ...{ requests, chat, nowMs, newUuid },
      identities: deps.identities,
      isKnownPerson: people.isKnown,
    }),
  })
  const simulateInbound = createSimulateInbound({
    ...{ people, settings, addresses, delivering, chat, nowMs, newUuid },
    signAs: () => deps.signsAs().signer,
    personWrote: (psid) => people.wrote(psid, retryClock.nowMs()),
  })
  return { server, deliveries, requests, statuses, retries, chat, people, simulateInbound }
}

function openPeople({ people, randomDigit }: SimulatorDeps, onChange: () => void) {
  return createPeople({
    stored: people.stored,
    store(next) {
      people.store(next)
      onChange()
    },
    randomDigit,
  })
}

type Parts = {
  readonly deps: SimulatorDeps
  readonly chat: ReturnType<typeof createChatLog>
  readonly onChange: () => void
  readonly onError: (error: unknown) => void
}

type GivenUp = Pick<SimulatorDelivery, 'kind' | 'type' | 'messageUuid' | 'attempt'>
type Overflow = (typeof TOO_MANY)[keyof typeof TOO_MANY]

/** What is given up so that the memory has an end. */
const TOO_MANY = {
  statuses: {
    reason: 'Given up: too many statuses wait to be told.',
    word: 'given up, too many statuses',
  },
  retries: {
    reason: 'Given up: too many callbacks wait to be sent again.',
    word: 'given up, too many retries',
  },
} as const

function openDelivering({ deps, chat, onChange, onError }: Parts) {
  const { clock, sender, newUuid, settings } = deps
  const deliveries = createRecentLog<SimulatorDelivery>(onChange)
  const retryClock = createRetryClock(clock)
  const onOverflow = ({ due }: Retry) => giveUp(due, TOO_MANY.retries)
  const retries = createRetryQueue({ real: clock, clock: retryClock, onChange, onOverflow, onError })
  const delivering = createDelivering({
    ...{ sender, deliveries, chat, retries, retryClock, newUuid },
    trigger: () => settings().retryTrigger,
    nowMs: clock.nowMs,
  })

  function giveUp({ kind, type, messageUuid, attempt }: GivenUp, { reason, word }: Overflow): void {
    const atMs = clock.nowMs()
    const result = { kind: 'failed', reason } as const
    deliveries.add({ id: newUuid(), atMs, kind, type, messageUuid, url: '', fault: null, attempt, result })
    chat.note(messageUuid, { atMs, word, isTrouble: true })
  }
  return { deliveries, delivering, retries, retryClock, giveUp }
}
