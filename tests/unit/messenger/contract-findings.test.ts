import { expect, test } from 'vitest'
import type { ContractExchange } from '#shared/contract-run.ts'
import { contractFindings } from '#shared/messenger/contract-findings.ts'
import { answered, contractResults } from '../../support/contract-results.ts'

const found = (answer: (id: string) => readonly ContractExchange[] | undefined) =>
  contractFindings(contractResults(answer)).map(
    ({ sentence, failed, of, consequences }) =>
      `${sentence}: ${failed} of ${of}${consequences === 0 ? '' : `, and ${consequences} more`}`,
  )
const whenever = (pattern: RegExp, ...exchanges: readonly ContractExchange[]) =>
  found((id) => (pattern.test(id) ? exchanges : undefined))
const two = (status: number) => [answered(status), answered(status)]

test('a good server has nothing wrong', () => {
  expect(found(() => undefined)).toEqual([])
})

test('what is wrong is restricted to what the failed cases have in common', () => {
  expect(whenever(/unsigned$/, answered(200))).toEqual(['Accepts unsigned callbacks: 22 of 22'])
  expect(whenever(/^v0.1.*unsigned$/, answered(200))).toEqual(['Accepts unsigned v0.1 callbacks: 11 of 22'])
  expect(whenever(/status.*tampered-body$/, answered(200))).toEqual([
    'Accepts statuses changed after signing: 10 of 22',
  ])
  expect(whenever(/^v1\/inbound.*broken-json$/, answered(500))).toEqual([
    'Answers 500 to v1 messages in broken JSON: 6 of 22',
  ])
  expect(whenever(/image\/old-iat$/, answered(204))).toEqual([
    'Accepts image messages signed 30 days ago: 2 of 22',
  ])
  expect(whenever(/^v1.*(image|read)\/unknown-type$/, answered(400))).toEqual([
    'Answers 400 to v1 image messages, v1 read statuses of an unknown type: 2 of 22',
  ])
  expect(whenever(/^v1.*(image|audio|read|file)\/unknown-type$/, answered(400))).toEqual([
    'Answers 400 to 4 of 22 kinds of callbacks of an unknown type: 4 of 22',
  ])
})

test('cases that fail as the valid callback of their kind does are its consequences', () => {
  const all = found((id) => (/^v0.1/.test(id) ? two(500) : undefined))
  expect(all).toEqual(['Answers 500 to v0.1 callbacks: 11 of 22, and 55 more'])
  const others = found((id) => (/^v0.1.*(valid|duplicate)$/.test(id) ? two(500) : undefined))
  expect(others).toEqual(['Answers 500 to v0.1 callbacks: 11 of 22, and 11 more'])
})

test('another secret in the server is one finding', () => {
  expect(found(() => two(401))).toEqual(['Answers 401 to valid callbacks: 22 of 22, and 110 more'])
})

test('repeats, late answers and silence are told apart', () => {
  expect(whenever(/duplicate$/, answered(200), answered(409))).toEqual([
    'Answers repeated callbacks differently: 22 of 22',
  ])
  expect(whenever(/video\/(valid|unsigned)$/, answered(503, { durationMs: 4_000 }))).toEqual([
    'Answers 503 to video messages: 2 of 22',
    'Answers video messages too late: 4 of 22',
  ])
  expect(whenever(/slow-sender$/, { ...answered(200), httpStatus: null })).toEqual([
    'Gives no answer to callbacks that arrive slowly: 22 of 22',
  ])
})

test('what to do about refused valid callbacks depends on the answer', () => {
  const fixAt = (status: number) => contractFindings(contractResults(() => two(status)))[0]?.fix
  expect(fixAt(401)).toContain('signature secret')
  expect(fixAt(404)).toContain('paths of the target')
  expect(fixAt(500)).toContain('log')
})
