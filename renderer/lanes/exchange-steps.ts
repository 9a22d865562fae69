import type {
  Exchange,
  ExchangeCallback,
  ExchangeDelivery,
  ExchangeMessage,
  PassedOnStep,
} from '#shared/exchange.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { DROPPED } from '#shared/response-rule.ts'

/** Who takes part, from left to right. */
export const LANES = ['person', 'vonage', 'listener', 'server'] as const
export type Lane = (typeof LANES)[number]

export const laneNames: Readonly<Record<Lane, string>> = {
  person: 'Person',
  vonage: 'Vonage',
  listener: 'Listener',
  server: 'Your server',
}

/** One arrow: who told whom what, and when. */
export type LaneStep = {
  readonly key: string
  readonly atMs: number
  /** When it really was is not known: only that it was before this. */
  readonly isBefore: boolean
  readonly from: Lane
  readonly to: Lane
  readonly label: string
  readonly tone: 'plain' | 'ok' | 'warn' | 'bad'
  /** Answers are drawn dashed. */
  readonly isAnswer: boolean
  /** The callback it is, or is about. */
  readonly seq: number | null
}

export type LaneRow =
  | { readonly kind: 'gap'; readonly key: string; readonly lengthMs: number }
  /** `offsetMs`: since the first arrow. */
  | { readonly kind: 'step'; readonly key: string; readonly step: LaneStep; readonly offsetMs: number }

/** A pause from this on is worth a line. */
const GAP_MS = 5_000

/** An exchange as rows of a diagram, in order of time, with a line for every longer pause. */
export function laneRows(exchange: Exchange): readonly LaneRow[] {
  const steps = exchangeSteps(exchange)
  const startMs = steps[0]?.atMs ?? 0
  return steps.flatMap((step, index): readonly LaneRow[] => {
    const row: LaneRow = { kind: 'step', key: step.key, step, offsetMs: step.atMs - startMs }
    const before = steps[index - 1]
    const lengthMs = before === undefined ? 0 : step.atMs - before.atMs
    return lengthMs < GAP_MS ? [row] : [{ kind: 'gap', key: `gap ${step.key}`, lengthMs }, row]
  })
}

/** Every arrow of an exchange, in order of time; of the same moment, causes before what they cause. */
function exchangeSteps({ inbound, messages }: Exchange): readonly LaneStep[] {
  const ofInbound = inbound === null ? [] : inboundSteps(inbound)
  return [...ofInbound, ...messages.flatMap(messageSteps)].sort((one, other) => one.atMs - other.atMs)
}

function inboundSteps(inbound: NonNullable<Exchange['inbound']>): readonly LaneStep[] {
  const { writtenAtMs, summary, seq, type } = inbound
  const receivedAtMs = inbound.deliveries[0]?.receivedAtMs ?? 0
  const written: LaneStep = {
    key: `written ${seq}`,
    atMs: writtenAtMs ?? receivedAtMs,
    isBefore: writtenAtMs === null,
    from: 'person',
    to: 'vonage',
    label: type === 'text' ? `“${summary}”` : type,
    tone: 'plain',
    isAnswer: false,
    seq,
  }
  return [written, ...callbackSteps(inbound, `inbound ${type}`)]
}

function messageSteps(message: ExchangeMessage): readonly LaneStep[] {
  return [...sendSteps(message), ...message.statuses.flatMap((status) => callbackSteps(status, status.type))]
}

function sendSteps({
  key,
  from,
  sentAtMs,
  summary,
  outcome,
  statuses,
}: ExchangeMessage): readonly LaneStep[] {
  const firstStatusAtMs = statuses[0]?.deliveries[0]?.receivedAtMs ?? 0
  const sender: Lane = from === 'here' ? 'listener' : 'server'
  const send: LaneStep = {
    key: `send ${key}`,
    atMs: sentAtMs ?? firstStatusAtMs,
    isBefore: sentAtMs === null,
    from: sender,
    to: 'vonage',
    label: summary === null ? 'a message' : `“${summary}”`,
    tone: 'plain',
    isAnswer: false,
    seq: null,
  }
  if (outcome === null || sentAtMs === null) return [send]
  const isOk = outcome.kind === 'accepted'
  const answer: LaneStep = {
    ...send,
    key: `answer ${key}`,
    atMs: sentAtMs + outcome.durationMs,
    from: 'vonage',
    to: sender,
    label: `${outcome.kind === 'failed' ? 'no answer' : outcome.kind} ${outcome.httpStatus ?? ''}`.trim(),
    tone: isOk ? 'ok' : 'bad',
    isAnswer: true,
  }
  return [send, answer]
}

function callbackSteps({ seq, type, error, deliveries, passedOn }: ExchangeCallback, word: string) {
  const isFailed = error !== null || isFailedStatus(type)
  const label = error?.code === undefined || error.code === null ? word : `${word} ${error.code}`
  return [
    ...deliveries.flatMap((delivery, index) => deliverySteps(delivery, index, { label, isFailed })),
    ...passedOn.flatMap((step) => passedOnSteps(step, { seq, word })),
  ]
}

type Called = { readonly label: string; readonly isFailed: boolean }

function deliverySteps(
  { seq, receivedAtMs, answer }: ExchangeDelivery,
  index: number,
  { label, isFailed }: Called,
): readonly LaneStep[] {
  const delivery: LaneStep = {
    key: `delivery ${seq}`,
    atMs: receivedAtMs,
    isBefore: false,
    from: 'vonage',
    to: 'listener',
    label: index === 0 ? label : `${label}, delivery ${index + 1}`,
    tone: isFailed ? 'bad' : index === 0 ? 'plain' : 'warn',
    isAnswer: false,
    seq,
  }
  if (answer === null) return [delivery]
  const isOk = answer.httpStatus >= 200 && answer.httpStatus < 300
  const answered: LaneStep = {
    ...delivery,
    key: `answered ${seq}`,
    atMs: receivedAtMs + answer.durationMs,
    from: 'listener',
    to: 'vonage',
    label: answer.httpStatus === DROPPED ? 'connection dropped' : String(answer.httpStatus),
    tone: isOk ? 'ok' : 'bad',
    isAnswer: true,
  }
  return [delivery, answered]
}

const ORIGINS = { forward: 'forwarded', mirror: 'mirrored', replay: 'replayed' } as const

function passedOnSteps(
  { id, atMs, durationMs, origin, outcome, httpStatus }: PassedOnStep,
  { seq, word }: { readonly seq: number; readonly word: string },
): readonly LaneStep[] {
  const isHeldBack = outcome === 'held-back'
  const passed: LaneStep = {
    key: `passed ${id}`,
    atMs,
    isBefore: false,
    from: 'listener',
    to: 'server',
    label: isHeldBack ? `${word}, held back` : `${word}, ${ORIGINS[origin]}`,
    tone: isHeldBack ? 'warn' : 'plain',
    isAnswer: false,
    seq,
  }
  if (isHeldBack) return [passed]
  const isOk = httpStatus !== null && httpStatus >= 200 && httpStatus < 300
  const answered: LaneStep = {
    ...passed,
    key: `passed-answer ${id}`,
    atMs: atMs + durationMs,
    from: 'server',
    to: 'listener',
    label: outcome === 'failed' ? 'no answer' : String(httpStatus ?? 'answered'),
    tone: isOk ? 'ok' : 'bad',
    isAnswer: true,
  }
  return [passed, answered]
}
