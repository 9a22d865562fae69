import type { ContractExchange, ContractResult, ContractRun } from '#shared/contract-run.ts'
import type { ContractFinding } from '#shared/messenger/contract-findings.ts'
import { durationText } from '../../../format/format-duration.ts'
import { countText } from '../../../format/format-size.ts'

/** How many of the results passed and failed. */
export function countResults(results: readonly ContractResult[]) {
  const passed = results.filter(({ isPassed }) => isPassed).length
  return { passed, failed: results.length - passed }
}

/** How a run went, in one line. */
export function headline({ state, results, total }: ContractRun): string {
  const { passed, failed } = countResults(results)
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`
  switch (state) {
    case 'running':
      return `Running: ${results.length} of ${total} cases`
    case 'finished':
      return failed === 0 ? `All ${total} cases passed` : `${counts} of ${total} cases`
    case 'cancelled':
      return `Cancelled after ${results.length} of ${total} cases: ${counts}`
    case 'stopped':
      return results.length === 0
        ? 'Stopped at the first case'
        : `Stopped after ${results.length} of ${total} cases: ${counts}`
  }
}

/** How many cases show a finding. */
export function extentWords({ failed, of, consequences }: ContractFinding): string {
  const cases = `${failed} of ${countText(of, 'case')}`
  return consequences === 0 ? cases : `${cases}, and ${consequences} more fail because of it`
}

/** What a request met: `200 in 12 ms`, or why there was no answer. */
export function exchangeWords({ httpStatus, durationMs, failure }: ContractExchange): string {
  if (httpStatus === null) return failure ?? 'no answer'
  return `${httpStatus} in ${durationText(durationMs)}`
}

/** What came of a case, short: `200`, `200, 409`, `no answer`. */
export function cameWords({ exchanges }: ContractResult): string {
  return exchanges.map(({ httpStatus, failure }) => httpStatus ?? shortFailure(failure)).join(', ')
}

function shortFailure(failure: string | null): string {
  return failure?.startsWith('cut off') === true ? 'cut off' : 'no answer'
}
