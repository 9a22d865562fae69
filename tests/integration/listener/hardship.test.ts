import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { lastStatus, rawConnection } from '../../support/raw-http.ts'
import { until } from '../../support/turn.ts'

const INBOUND = '/webhooks/inbound-message'

async function expectAlive({ urls }: OpenWorkbench) {
  const response = await fetch(urls.inbound, { method: 'POST', body: '{}' })
  expect(response.status).toBe(200)
}

test.each([
  ['no HTTP at all', '\0\x01\x02 hello\r\n\r\n', 400],
  ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['a header without a colon', `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n`, 400],
  ['two lengths', `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400],
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  ['a broken chunk', `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
  ['headers of 40 KB', `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ['no Host', `POST ${INBOUND} HTTP/1.1\r\nContent-Length: 0\r\n\r\n`, 400],
])('%s is refused and the listener goes on', async (_name, bytes, status) => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  raw.send(Buffer.from(bytes, 'latin1'))
  expect(lastStatus(await raw.closed)).toBe(status)
  await expectAlive(workbench)
})

test('headers that do not end are refused with 408', async () => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  raw.send(`POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nX-Slow: `)
  expect(lastStatus(await raw.closed)).toBe(408)
  await expectAlive(workbench)
}, 60_000)

test('connections that were refused, or say nothing, do not keep the app from closing', async () => {
  const workbench = await openWorkbench()
  const refused = await rawConnection(workbench.port)
  refused.send('hello\r\n\r\n')
  await refused.received('400')
  const silent = await rawConnection(workbench.port)
  const half = await rawConnection(workbench.port)
  half.send(`POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc`)
  await expectAlive(workbench)
  await workbench.close()
  await Promise.all([refused.closed, silent.closed, half.closed])
})

test('300 callbacks at once are all answered 200 and all captured, once', async () => {
  const workbench = await openWorkbench()
  const statuses = await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      const raw = await rawConnection(workbench.port)
      const body = JSON.stringify({ message_uuid: `m${index}`, message_type: 'text', text: `${index}` })
      const head = `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`
      raw.send(`${head}Content-Length: ${body.length}\r\n\r\n${body}`)
      return lastStatus(await raw.closed)
    }),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  const answered = async () => (await workbench.rows()).filter(({ answer }) => answer !== null)
  await until(async () => (await answered()).length === 300)
  const uuids = (await answered()).map(({ messageUuid }) => messageUuid)
  expect(new Set(uuids).size).toBe(300)
})

test('what cannot be stored is answered 503 with a notice, and 200 again as soon as it can', async () => {
  const workbench = await openWorkbench()
  const other = new DatabaseSync(join(workbench.dataFolder, 'callbacks.db'))
  other.exec(`CREATE TRIGGER full_disk BEFORE INSERT ON intake
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
  const post = () => fetch(workbench.urls.inbound, { method: 'POST', body: '{"message_uuid":"1"}' })
  const refused = await Promise.all([post(), post(), post()])
  expect(refused.map(({ status }) => status)).toEqual([503, 503, 503])
  expect(workbench.logLines.filter((line) => line.includes('answered 503'))).toHaveLength(3)
  const { notices } = await workbench.state()
  expect(notices).toEqual([
    {
      id: 'STORE_FAILED',
      explanation: expect.objectContaining({ code: 'STORE_FAILED', why: 'database or disk is full' }),
    },
  ])

  other.exec('DROP TRIGGER full_disk')
  other.close()
  expect((await post()).status).toBe(200)
  await until(async () => (await workbench.rows()).length === 1)
  await workbench.client.dismissNotice({ id: 'STORE_FAILED' })
  expect((await workbench.state()).notices).toEqual([])
})

test('nothing listens on the other addresses of this computer', async () => {
  const workbench = await openWorkbench()
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap(({ address, internal, scopeid }) =>
      internal || (scopeid !== undefined && scopeid !== 0) ? [] : [address],
    ),
  )
  const ports = [workbench.port, Number(new URL(workbench.urls.simulator).port)]
  // Another loopback address is not 127.0.0.1 either.
  for (const host of ['127.0.0.2', '::1', ...addresses]) {
    for (const port of ports) await expect(rawConnection(port, host)).rejects.toThrow()
  }
})
