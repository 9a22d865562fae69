import { describe, expect, test } from 'vitest'
import type { ContractExchange } from '#shared/contract-run.ts'
import { judgeContractCase } from '#shared/messenger/judge-contract-case.ts'
import { answered, contractCaseOf, LIMITS } from '../../support/contract-results.ts'

const silent: ContractExchange = { httpStatus: null, durationMs: 6_000, failure: 'No answer.', bodyText: '' }
const judge = (name: string, exchanges: readonly ContractExchange[]) =>
  judgeContractCase(contractCaseOf(`v1/inbound/text/${name}`), exchanges, LIMITS)
const failed = (name: string, exchanges: readonly ContractExchange[]) =>
  judge(name, exchanges)
    .checks.filter(({ ok }) => ok === false)
    .map(({ id, actual }) => `${id}: ${actual}`)

describe('which answers pass', () => {
  const STATUSES = [200, 204, 302, 400, 401, 429, 500, 503]
  const table = {
    valid: [200, 204],
    unsigned: [500, 503],
    'wrong-secret': [400, 401, 429, 500, 503],
    'tampered-body': [400, 401, 429, 500, 503],
    're-serialised-body': [400, 401, 429, 500, 503],
    'old-iat': [400, 401, 429, 500, 503],
    'unknown-type': [200, 204],
    'broken-json': [200, 204, 400, 401, 429],
    'slow-sender': [200, 204],
  }
  test.each(Object.entries(table))('%s', (name, passing) => {
    expect(STATUSES.filter((status) => judge(name, [answered(status)]).isPassed)).toEqual(passing)
  })
})

test('no answer fails every case, and is not called late', () => {
  expect(failed('valid', [silent])).toEqual(['answer: No answer.'])
  expect(failed('wrong-secret', [silent])).toEqual(['answer: No answer.'])
})

test('a repeat has to be answered like the first delivery', () => {
  expect(judge('duplicate', [answered(200), answered(200)]).isPassed).toBe(true)
  expect(failed('duplicate', [answered(200), answered(409)])).toEqual(['same-answer: 200, then 409'])
  expect(failed('duplicate', [answered(500), answered(200)])).toEqual(['same-answer: 500, then 200'])
  expect(failed('duplicate', [answered(500), answered(500)])).toEqual(['answer: 500, then 500'])
  expect(failed('duplicate', [answered(200), answered(200, { bodyText: 'seen' })])).toEqual([
    'same-answer: another body',
  ])
  expect(failed('duplicate', [answered(200)])).toEqual(['same-answer: 200'])
})

test('after a cut connection only the next callback counts', () => {
  expect(judge('cut-connection', [silent, answered(200)]).isPassed).toBe(true)
  expect(failed('cut-connection', [answered(200), answered(500)])).toEqual(['answer: 500'])
  expect(failed('cut-connection', [silent])).toEqual(['answer: no answer'])
})

test('an answer has to come in time; a slow sender is given the time it takes to send', () => {
  expect(failed('valid', [answered(200, { durationMs: 3_001 })])).toEqual(['in-time: 3001 ms'])
  expect(judge('valid', [answered(200, { durationMs: 3_000 })]).isPassed).toBe(true)
  expect(judge('slow-sender', [answered(200, { durationMs: 5_000 })]).isPassed).toBe(true)
  expect(failed('slow-sender', [answered(200, { durationMs: 5_001 })])).toEqual(['in-time: 5001 ms'])
})

test('a failed check says why it matters and what to do; a passed one says nothing', () => {
  const [bad] = judge('unsigned', [answered(200)]).checks
  expect(bad).toMatchObject({
    ok: false,
    expected: '5xx',
    actual: '200',
    why: expect.stringContaining('Vonage'),
    fix: expect.stringContaining('503'),
  })
  const [good] = judge('unsigned', [answered(503)]).checks
  expect(good).toMatchObject({ ok: true, why: '', fix: '' })
})
