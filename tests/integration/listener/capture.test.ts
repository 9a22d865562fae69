import { request } from 'node:http'
import { expect, test } from 'vitest'
import { capturedBytes, type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { lastStatus, rawConnection } from '../../support/raw-http.ts'
import { until } from '../../support/turn.ts'

const MIB = 1024 * 1024
const INBOUND = '/webhooks/inbound-message'

/** The newest row, once it has its answer: the answer goes out before it is written down. */
async function answeredRow({ rows }: OpenWorkbench) {
  await until(async () => ((await rows())[0]?.answer ?? null) !== null)
  const [row] = await rows()
  if (row === undefined) throw new Error('nothing was captured')
  return row
}

test.each([
  { method: 'POST', path: INBOUND, status: 200, type: 'text' },
  { method: 'POST', path: '/webhooks/message-status', status: 200, type: 'text' },
  { method: 'POST', path: `${INBOUND}?a=1&b=%C3%BC`, status: 200, type: 'text' },
  { method: 'POST', path: '/', status: 404, type: 'other-path' },
  { method: 'POST', path: `${INBOUND}/`, status: 404, type: 'other-path' },
  { method: 'POST', path: '/webhooks/inbound', status: 404, type: 'other-path' },
  { method: 'GET', path: '/contract', status: 404, type: 'other-path' },
  { method: 'GET', path: INBOUND, status: 405, type: 'other-method' },
  { method: 'HEAD', path: INBOUND, status: 405, type: 'other-method' },
  { method: 'OPTIONS', path: INBOUND, status: 405, type: 'other-method' },
  { method: 'DELETE', path: `${INBOUND}?x`, status: 405, type: 'other-method' },
])('$method $path is answered $status and captured as $type', async ({ method, path, status, type }) => {
  const workbench = await openWorkbench()
  const body = '{"message_uuid":"1","message_type":"text","text":"hi","from":"2","to":"3"}'
  const response = await fetch(new URL(path, workbench.urls.inbound), {
    method,
    ...(method === 'POST' ? { body } : {}),
  })
  expect(response.status).toBe(status)
  expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
  const row = await answeredRow(workbench)
  expect(row).toMatchObject({ type, answer: { httpStatus: status } })
  expect(await workbench.client.callback({ seq: row.seq })).toMatchObject({ method, path })
})

test.each([
  ['text', Buffer.from('{"message_uuid":"1"}')],
  ['emoji', Buffer.from('{"text":"👍🏽 é 漢"}')],
  ['a byte order mark', Buffer.from('\ufeff{"message_uuid":"1"}')],
  ['CRLF and spaces', Buffer.from('\r\n {\r\n\t"a" : 1 }\r\n\r\n')],
  ['NUL', Buffer.from('a\0b\0')],
  ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d])],
  ['a lone surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80])],
  ['an overlong slash', Buffer.from([0xc0, 0xaf])],
  ['every byte', Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
  ['nothing', Buffer.alloc(0)],
  ['exactly 1 MiB', Buffer.alloc(MIB, 'a')],
])('a body of %s comes back byte for byte', async (_name, body) => {
  const workbench = await openWorkbench()
  const response = await fetch(workbench.urls.inbound, { method: 'POST', body })
  expect(response.status).toBe(200)
  const { seq } = await answeredRow(workbench)
  expect(await capturedBytes(workbench, seq)).toEqual(body)
  expect((await workbench.client.callback({ seq })).body.sizeBytes).toBe(body.length)
})

test('headers come back in their order and letter case, with those that come twice', async () => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  const headers = [
    ['X-Second', 'b'],
    ['x-first', 'a'],
    ['HOST', 'example.test'],
    ['X-Second', 'c'],
    ['Cookie', 'd=1'],
    ['cookie', 'e=2'],
    ['X-Latin', 'caf\u00e9'],
    ['X-Empty', ''],
    ['Content-Length', '2'],
    ['Connection', 'close'],
  ] as const
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  raw.send(Buffer.from(`POST ${INBOUND} HTTP/1.1\r\n${head}\r\n{}`, 'latin1'))
  expect(lastStatus(await raw.closed)).toBe(200)
  const { seq } = await answeredRow(workbench)
  expect((await workbench.client.callback({ seq })).headers).toEqual(headers)
})

test('a body declared larger than 1 MiB is answered 413 while it is still being sent', async () => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  raw.send(`POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nContent-Length: ${MIB + 1}\r\n\r\n`)
  raw.send(Buffer.alloc(1_000, 'a'))
  expect(lastStatus(await raw.received('\r\n\r\n'))).toBe(413)
  // The rest is taken and ignored, and the connection is as good as before.
  raw.send(Buffer.alloc(MIB + 1 - 1_000, 'a'))
  raw.send(`POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`)
  expect(lastStatus(await raw.closed)).toBe(200)
  await until(async () => (await workbench.rows()).length === 2)
  const rows = await workbench.rows()
  expect(rows.map(({ type }) => type)).toEqual(['no-message-uuid', 'too-large'])
})

test('a chunked body that grows over 1 MiB is answered 413 while it is still being sent', async () => {
  const workbench = await openWorkbench()
  const sending = request(workbench.urls.inbound, { method: 'POST' })
  const answer = new Promise<number | undefined>((resolve) => {
    sending.on('response', (response) => resolve(response.resume().statusCode))
  })
  for (let sent = 0; sent <= MIB; sent += 64 * 1024) sending.write(Buffer.alloc(64 * 1024, 'a'))
  expect(await answer).toBe(413)
  sending.end('the end')
  const row = await answeredRow(workbench)
  expect(row).toMatchObject({ type: 'too-large', answer: { httpStatus: 413 } })
  expect(await capturedBytes(workbench, row.seq)).toHaveLength(0)
})

test('a client that waits for 100 Continue gets it, and then its answer', async () => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  const head = `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n`
  raw.send(`${head}Content-Length: 2\r\n\r\n`)
  expect(lastStatus(await raw.received('\r\n\r\n'))).toBe(100)
  raw.send('{}')
  expect(lastStatus(await raw.closed)).toBe(200)
  expect(await capturedBytes(workbench, (await answeredRow(workbench)).seq)).toEqual(Buffer.from('{}'))
})

test('a client that asks whether it may send too much gets 413 and no 100 Continue', async () => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  raw.send(
    `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ${2 * MIB}\r\n\r\n`,
  )
  const received = await raw.received('\r\n\r\n')
  expect(received).toMatch(/^HTTP\/1\.1 413 /)
  raw.destroy()
  expect(await answeredRow(workbench)).toMatchObject({ type: 'too-large' })
})

test('a request that expects something unknown is captured and answered like any other', async () => {
  const workbench = await openWorkbench()
  const raw = await rawConnection(workbench.port)
  raw.send(
    `POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: miracles\r\nContent-Length: 2\r\n\r\n{}`,
  )
  expect(lastStatus(await raw.closed)).toBe(200)
  expect(await answeredRow(workbench)).toMatchObject({ type: 'no-message-uuid' })
})

test.each([
  ['with a length', 'Content-Length: 100\r\n\r\n{"message', '{"message'],
  ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"mes\r\n5\r\nsa', '{"messa'],
])(
  'a connection cut in the middle of a body %s is captured as cut off, with what had come',
  async (_name, rest, kept) => {
    const workbench = await openWorkbench()
    const raw = await rawConnection(workbench.port)
    raw.send(`POST ${INBOUND} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n${rest}`)
    await raw.received('100 Continue')
    raw.end()
    await until(async () => (await workbench.rows()).length === 1)
    const [row] = await workbench.rows()
    expect(row).toMatchObject({ kind: 'other', type: 'cut-off', answer: null })
    expect((await capturedBytes(workbench, row?.seq ?? 0)).toString()).toBe(kept)
  },
)
