import type { ContractExchange, ContractResult, ContractRun } from '#shared/contract-run.ts'
import { contractCases } from '#shared/messenger/contract-cases.ts'
import { judgeContractCase } from '#shared/messenger/judge-contract-case.ts'

export const LIMITS = { answerMs: 3_000, slowSendingMs: 2_000 }

export function answered(httpStatus: number, change: Partial<ContractExchange> = {}): ContractExchange {
  return { httpStatus, durationMs: 12, failure: null, bodyText: '', ...change }
}

export function contractCaseOf(id: string) {
  const found = contractCases.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no case ${id}`)
  return found
}

/** What a good server answers. */
function goodStatus(name: string): number {
  if (name === 'unsigned') return 503
  if (name === 'broken-json') return 400
  return ['wrong-secret', 'tampered-body', 're-serialised-body', 'old-iat'].includes(name) ? 401 : 200
}

/** The results of all cases at a server that answers well, but for what `answer` says otherwise. */
export function contractResults(
  answer: (caseId: string) => readonly ContractExchange[] | undefined,
): readonly ContractResult[] {
  return contractCases.map((contractCase) => {
    const { fault, id } = contractCase
    const one = answered(goodStatus(fault ?? 'valid'))
    const cut: ContractExchange = { ...one, httpStatus: null, failure: 'cut off on purpose' }
    const good = fault === 'duplicate' ? [one, one] : fault === 'cut-connection' ? [cut, one] : [one]
    return judgeContractCase(contractCase, answer(id) ?? good, LIMITS)
  })
}

export function contractRun(results: readonly ContractResult[]): ContractRun {
  return {
    id: 'run-1',
    startedAtMs: Date.UTC(2026, 0, 31, 14),
    targetId: 't1',
    targetName: 'My server',
    url: 'http://localhost:3000/webhooks/inbound-message',
    state: 'finished',
    error: null,
    total: results.length,
    results: [...results],
    durationMs: 4_200,
  }
}
