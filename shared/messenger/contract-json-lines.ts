import type { ContractRun } from '../contract-run.ts'

/** Counts up when a reader of earlier files would misread a newer one. */
const SCHEMA_VERSION = 1

/**
 * A contract run as JSON lines: first a header with the schema's version and the facts of the run, then one object per
 * case. Times are milliseconds, moments ISO 8601. Every line ends with a line feed.
 */
export function contractJsonLines(run: ContractRun): string {
  const { results, startedAtMs, ...facts } = run
  const header = {
    format: 'messenger-workbench/contract-run',
    schemaVersion: SCHEMA_VERSION,
    ...facts,
    startedAt: new Date(startedAtMs).toISOString(),
    passed: results.filter(({ isPassed }) => isPassed).length,
    failed: results.filter(({ isPassed }) => !isPassed).length,
  }
  const lines = results.map(({ case: contractCase, ...rest }) => ({ ...contractCase, ...rest }))
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}
