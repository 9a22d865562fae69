import { expect, it } from 'vitest'
import { explainStatusCode } from '#shared/messenger/explain-status-code.ts'
import { statusBody } from '#shared/messenger/simulated-callbacks.ts'
import { statusCodeText } from '#shared/messenger/status-code-text.ts'
import { fixtureJson } from '../../support/fixtures.ts'

const CODES = Array.from({ length: 1_000 }, (_, at) => 1_000 + at)

it('has words of its own for every code that is explained', () => {
  const unlisted = statusCodeText(9_999)
  const same = CODES.filter(
    (code) => explainStatusCode(String(code)) !== null && statusCodeText(code) === unlisted,
  )
  expect(same).toEqual([1330])
})

it.each([
  ['v1-status-rejected', 'v1', 1340],
  ['v0.1-status-rejected', 'v0.1', 1340],
  ['v1-status-undeliverable', 'v1', 1300],
  ['v0.1-status-undeliverable', 'v0.1', 1300],
] as const)('writes the documented %s', (name, version, code) => {
  const error = { code, ...statusCodeText(code), instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf' }
  const common = { messageUuid: '1', pageId: '2', psid: '3', atMs: 0, usage: null, clientRef: null }
  const body = statusBody({ ...common, version, status: 'rejected', error })
  expect(body.error).toEqual(fixtureJson<{ error: unknown }>(name).error)
})

it('leaves no dash behind a code without an explanation', () => {
  const error = { code: 1360, ...statusCodeText(1360), instance: 'x' }
  const common = { messageUuid: '1', pageId: '2', psid: '3', atMs: 0, usage: null, clientRef: null }
  expect(statusBody({ ...common, version: 'v1', status: 'rejected', error }).error).toMatchObject({
    detail: 'TTL was activated, or message expired before delivered.',
  })
})
