import type { ContractResult, ContractRun } from '#shared/contract-run.ts'
import { contractCases } from '#shared/messenger/contract-cases.ts'

type Event =
  | { readonly kind: 'run'; readonly run: ContractRun | null }
  | { readonly kind: 'result'; readonly runId: string; readonly result: ContractResult }

/** The last run after one more event. A result that the run already holds is not doubled. */
export function afterEvent(run: ContractRun | null, event: Event): ContractRun | null {
  if (event.kind === 'run') return event.run
  const { result, runId } = event
  if (run === null || run.id !== runId) return run
  if (run.results.some((known) => known.case.id === result.case.id)) return run
  return { ...run, results: [...run.results, result] }
}

export type ResultGroup = { readonly title: string; readonly results: readonly ContractResult[] }

const ORDER = new Map(contractCases.map(({ id }, index) => [id, index]))

/** Results by version and kind, in the order of the contract's table, whatever order they came in. */
export function groupResults(results: readonly ContractResult[]): readonly ResultGroup[] {
  const sorted = results.toSorted((one, other) => place(one) - place(other))
  return [...Map.groupBy(sorted, groupTitle)].map(([title, group]) => ({ title, results: group }))
}

function place(result: ContractResult): number {
  return ORDER.get(result.case.id) ?? ORDER.size
}

function groupTitle({ case: { version, kind } }: ContractResult): string {
  return `${version} ${kind === 'inbound' ? 'messages' : 'statuses'}`
}
