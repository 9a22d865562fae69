import type { ContractResult, ContractRun } from '../contract-run.ts'
import type { ContractFinding } from './contract-findings.ts'

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
  const cases = `${failed} of ${of} case${of === 1 ? '' : 's'}`
  return consequences === 0 ? cases : `${cases}, and ${consequences} more fail because of it`
}
