import type { ContractExchange, ContractResult, ContractRun } from '../contract-run.ts'
import { contractTreatmentOf } from './contract-cases.ts'
import { xmlText } from './xml-text.ts'

/**
 * A contract run as JUnit XML, which CI servers read: one test suite per version and kind, one test case per case, times
 * in seconds. Cases that a run which was broken off did not come to are not in it.
 */
export function junitReport(run: ContractRun): string {
  const suites = [...Map.groupBy(run.results, suiteName)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({
      name: `Webhook contract of ${run.targetName}`,
      ...counts(run.results),
      time: seconds(run.durationMs),
    })}>`,
    ...suites.flatMap(([name, results]) => suite(run, name, results)),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(run: ContractRun, name: string, results: readonly ContractResult[]): readonly string[] {
  return [
    `  <testsuite ${attributes({
      name,
      ...counts(results),
      time: seconds(totalMs(results)),
      timestamp: new Date(run.startedAtMs).toISOString(),
    })}>`,
    '    <properties>',
    `      <property ${attributes({ name: 'url', value: run.url })}/>`,
    `      <property ${attributes({ name: 'run', value: `${run.id} ${run.state}` })}/>`,
    '    </properties>',
    ...results.flatMap((result) => testCase(name, result)),
    '  </testsuite>',
  ]
}

function testCase(suiteOf: string, result: ContractResult): readonly string[] {
  const { case: contractCase, checks, exchanges } = result
  const failures = checks.filter(({ ok }) => ok === false)
  return [
    `    <testcase ${attributes({
      classname: `${suiteOf}.${contractCase.type}`,
      name: contractTreatmentOf(contractCase).name,
      time: seconds(totalMs([result])),
    })}>`,
    ...(failures.length === 0 ? [] : [failure(failures, contractCase.expectation)]),
    `      <system-out>${xmlText(exchanges.map(exchangeText).join('\n'))}</system-out>`,
    '    </testcase>',
  ]
}

function failure(failures: ContractResult['checks'], expectation: string): string {
  const message = failures.map(({ expected, actual }) => `expected ${expected}, got ${actual}`).join('; ')
  const text = [expectation, ...failures.flatMap(({ title, why, fix }) => [`${title}: no.`, why, fix])]
  return `      <failure ${attributes({ message, type: failures[0]?.id ?? '' })}>${xmlText(text.join('\n'))}</failure>`
}

function exchangeText({ httpStatus, durationMs, failure: why, bodyText }: ContractExchange): string {
  const outcome = httpStatus === null ? (why ?? 'no answer') : `${httpStatus} in ${Math.round(durationMs)} ms`
  return bodyText === '' ? outcome : `${outcome}: ${bodyText}`
}

function suiteName({ case: { version, kind } }: ContractResult): string {
  return `${version} ${kind}`
}

function counts(results: readonly ContractResult[]) {
  const failures = results.filter(({ isPassed }) => !isPassed).length
  return { tests: String(results.length), failures: String(failures), errors: '0' }
}

function totalMs(results: readonly ContractResult[]): number {
  return results.flatMap(({ exchanges }) => exchanges).reduce((sum, { durationMs }) => sum + durationMs, 0)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${xmlText(value)}"`)
    .join(' ')
}
