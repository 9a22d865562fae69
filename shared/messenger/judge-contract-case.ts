import { assertNever } from '../assert-never.ts'
import type { Check } from '../check.ts'
import type { ContractCase, ContractExchange, ContractResult } from '../contract-run.ts'
import { type ContractAnswer, type ContractTreatment, contractTreatmentOf } from './contract-cases.ts'

/** Within which a good webhook server answers, in milliseconds. */
export const ANSWER_LIMIT_MS = 3_000

export type ContractLimits = {
  /** Within which an answer has to come, from the first byte sent. */
  readonly answerMs: number
  /** How much longer a slow sender takes to send. */
  readonly slowSendingMs: number
}

/** Names of the checks, by which failures are told apart. */
export const contractChecks = { answer: 'answer', sameAnswer: 'same-answer', inTime: 'in-time' } as const

/**
 * Judges what a server did with the requests of one case: the right kind of answer, the same one to a repeat, in time.
 * After a cut connection only the requests behind it count, for there is no answer to a request that never ended.
 */
export function judgeContractCase(
  contractCase: ContractCase,
  exchanges: readonly ContractExchange[],
  limits: ContractLimits,
): ContractResult {
  const treatment = contractTreatmentOf(contractCase)
  const counting = countingExchanges({ case: contractCase, exchanges })
  const limitMs = limits.answerMs + (contractCase.fault === 'slow-sender' ? limits.slowSendingMs : 0)
  const checks = [
    answerCheck(treatment, counting),
    ...(contractCase.fault === 'duplicate' ? [sameAnswerCheck(treatment, counting)] : []),
    inTimeCheck(counting, limitMs),
  ]
  return {
    case: contractCase,
    isPassed: checks.every(({ ok }) => ok !== false),
    checks,
    exchanges: [...exchanges],
  }
}

/** The requests of a case whose answers are judged. */
export function countingExchanges({
  case: { fault },
  exchanges,
}: Pick<ContractResult, 'case'> & { readonly exchanges: readonly ContractExchange[] }) {
  return fault === 'cut-connection' ? exchanges.slice(1) : exchanges
}

/** A repeat is judged by the check of its own, so one right answer will do here. */
function answerCheck({ answer, why, fix }: ContractTreatment, exchanges: readonly ContractExchange[]): Check {
  const ok = exchanges.some(({ httpStatus }) => httpStatus !== null && isAsExpected(answer, httpStatus))
  return {
    id: contractChecks.answer,
    title: 'Answers as a good server does',
    ok,
    severity: 'error',
    expected: expectedWords(answer),
    actual: exchanges.map(answerWords).join(', then ') || 'no answer',
    ...reason(ok, { why, fix }),
  }
}

function sameAnswerCheck({ why, fix }: ContractTreatment, exchanges: readonly ContractExchange[]): Check {
  const [first, ...others] = exchanges
  const differing = others.filter(
    ({ httpStatus, bodyText }) => httpStatus !== first?.httpStatus || bodyText !== first.bodyText,
  )
  const isSame = others.length > 0 && differing.length === 0
  const isOtherBody = differing.some(({ httpStatus }) => httpStatus === first?.httpStatus)
  return {
    id: contractChecks.sameAnswer,
    title: 'Answers a repeat like the first delivery',
    ok: isSame,
    severity: 'error',
    expected: 'the same status and body',
    actual: isOtherBody ? 'another body' : exchanges.map(answerWords).join(', then '),
    ...reason(isSame, { why, fix }),
  }
}

/** Whoever does not answer at all fails the check of the answer, not this one. */
function inTimeCheck(exchanges: readonly ContractExchange[], limitMs: number): Check {
  const answered = exchanges.filter(({ httpStatus }) => httpStatus !== null)
  const longestMs = Math.max(0, ...answered.map(({ durationMs }) => durationMs))
  const ok = answered.length === 0 ? null : longestMs <= limitMs
  return {
    id: contractChecks.inTime,
    title: 'Answers in time',
    ok,
    severity: 'error',
    expected: `within ${limitMs / 1000} s`,
    actual: ok === null ? 'not checked' : `${Math.round(longestMs)} ms`,
    ...reason(ok !== false, {
      why: 'An answer that comes late may count as none, and the callback is sent again.',
      fix: 'Answer first and do the work afterwards, in a queue.',
    }),
  }
}

function reason(isFine: boolean, { why, fix }: Pick<Check, 'why' | 'fix'>): Pick<Check, 'why' | 'fix'> {
  return isFine ? { why: '', fix: '' } : { why, fix }
}

function isAsExpected(answer: ContractAnswer, httpStatus: number): boolean {
  const hundred = Math.floor(httpStatus / 100)
  switch (answer) {
    case 'accepts':
      return hundred === 2
    case 'asks-again':
      return hundred === 5
    case 'refuses':
      return hundred === 4 || hundred === 5
    case 'settles':
      return hundred === 2 || hundred === 4
    default:
      return assertNever(answer)
  }
}

function expectedWords(answer: ContractAnswer): string {
  switch (answer) {
    case 'accepts':
      return '2xx'
    case 'asks-again':
      return '5xx'
    case 'refuses':
      return '4xx or 5xx'
    case 'settles':
      return '4xx or 2xx'
    default:
      return assertNever(answer)
  }
}

function answerWords({ httpStatus, failure }: ContractExchange): string {
  return httpStatus === null ? (failure ?? 'no answer') : String(httpStatus)
}
