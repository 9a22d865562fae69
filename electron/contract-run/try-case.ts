import { assertNever } from '#shared/assert-never.ts'
import type { ContractCase, ContractExchange, ContractResult } from '#shared/contract-run.ts'
import { explainNetwork, type NetworkFailureKind } from '#shared/messenger/explain-network.ts'
import { type ContractLimits, judgeContractCase } from '#shared/messenger/judge-contract-case.ts'
import type { Target } from '#shared/target.ts'
import { targetUrl } from '#shared/target-url.ts'
import type { CallbackExchange, CallbackSender, SignAs } from '../callback-sender/callback-sender.ts'
import { type BodyDeps, contractBody } from './contract-body.ts'

export type TryDeps = BodyDeps & {
  readonly sender: Pick<CallbackSender, 'send'>
  readonly limits: ContractLimits
}

/** Where the callbacks of a run go, and as whose. */
export type Destination = {
  readonly target: Target
  readonly signAs: SignAs
  readonly signal: AbortSignal
}

/** What came of a case; `unreachable`: no connection could be made, so the case says nothing about the server. */
export type Tried =
  | { readonly kind: 'judged'; readonly result: ContractResult }
  | { readonly kind: 'unreachable'; readonly failure: NetworkFailureKind; readonly host: string }

/** An answer is waited for longer than it may take, so that a late one is told from none. */
const PATIENCE = 2
const MOST_BODY_CHARS = 1_000

/** Fires one case at the target and judges what came. */
export async function tryCase(
  contractCase: ContractCase,
  destination: Destination,
  deps: TryDeps,
): Promise<Tried> {
  const url = targetUrl(destination.target, contractCase.kind)
  const sent = await sendCase(contractCase, url, destination, deps)
  const broken = sent.find(isUnreachable)
  if (broken !== undefined && broken.outcome.kind === 'failed') {
    return { kind: 'unreachable', failure: broken.outcome.failure.kind, host: url.host }
  }
  const exchanges = sent.map((exchange) => toContractExchange(exchange, url.host))
  return { kind: 'judged', result: judgeContractCase(contractCase, exchanges, deps.limits) }
}

/** After a connection was cut, a valid callback shows whether the server still works. */
async function sendCase(
  contractCase: ContractCase,
  url: URL,
  { signAs, signal }: Destination,
  deps: TryDeps,
): Promise<readonly CallbackExchange[]> {
  const send = (fault: ContractCase['fault']) =>
    deps.sender.send({
      url,
      body: contractBody(contractCase, deps),
      fault,
      signAs,
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs(contractCase, deps.limits))]),
    })
  const exchanges = await send(contractCase.fault)
  return contractCase.fault === 'cut-connection' ? [...exchanges, ...(await send(null))] : exchanges
}

function patienceMs({ fault }: ContractCase, { answerMs, slowSendingMs }: ContractLimits): number {
  const deliveries = fault === 'duplicate' ? 2 : 1
  return PATIENCE * answerMs * deliveries + (fault === 'slow-sender' ? slowSendingMs : 0)
}

function isUnreachable({ outcome }: CallbackExchange): boolean {
  return outcome.kind === 'failed' && ['refused', 'unreachable', 'dns', 'tls'].includes(outcome.failure.kind)
}

function toContractExchange({ outcome, durationMs }: CallbackExchange, host: string): ContractExchange {
  switch (outcome.kind) {
    case 'answered':
      return {
        httpStatus: outcome.httpStatus,
        durationMs,
        failure: null,
        bodyText: outcome.bodyText.slice(0, MOST_BODY_CHARS),
      }
    case 'cut':
      return { httpStatus: null, durationMs, failure: 'cut off on purpose', bodyText: '' }
    case 'failed':
      return {
        httpStatus: null,
        durationMs,
        failure: failureWords(outcome.failure.kind, host),
        bodyText: '',
      }
    default:
      return assertNever(outcome)
  }
}

/** A request that is broken off here has been waited for long enough. */
function failureWords(kind: NetworkFailureKind, host: string): string {
  const seen = kind === 'cancelled' ? 'timeout' : kind
  return explainNetwork({ kind: seen, systemCode: null }, host).what
}
