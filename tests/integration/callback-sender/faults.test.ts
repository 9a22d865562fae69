import { createHash, randomUUID } from 'node:crypto'
import { verifySignature } from '@vonage/jwt'
import { decodeJwt } from 'jose'
import { expect, it, onTestFinished } from 'vitest'
import { createCallbackSender } from '#electron/callback-sender/create-callback-sender.ts'
import { systemClock } from '#electron/tunnel/clock.ts'
import type { ApiVersion } from '#shared/callback.ts'
import { inboundBody, statusBody } from '#shared/messenger/simulated-callbacks.ts'
import { CallbackFault } from '#shared/simulator.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { capture, closedOrigin, type Received, serve, serveTcp } from '../../support/local-server.ts'
import { until } from '../../support/turn.ts'

const SIGN_AS = {
  apiKey: 'a1b2c3d4',
  applicationId: '78d335fa-323d-4114-9c3d-d6f0d48968cf',
  signatureSecret: 'this-is-a-test-signature-secret-of-64-characters-0123456789abcde',
}
const VERSIONS: readonly ApiVersion[] = ['v1', 'v0.1']
const common = { messageUuid: randomUUID(), pageId: '1078330640641367', psid: '6418203957741120', atMs: 0 }
const inbound = (version: ApiVersion) =>
  inboundBody({ ...common, version, content: { type: 'text', text: 'Grüße 👋 "/"' } })
const status = (version: ApiVersion) =>
  statusBody({ ...common, version, status: 'read', error: null, usage: null, clientRef: null })

function sender(clock = systemClock) {
  const made = createCallbackSender({ clock, newUuid: randomUUID })
  onTestFinished(made.dispose)
  return made
}

async function deliver(body: ReturnType<typeof inbound>, fault: CallbackFault | null) {
  const { origin, received } = await capture((_, response) => response.end('{}'))
  const url = new URL('/webhooks/inbound-message?x=1', origin)
  const exchanges = await sender().send({ url, body, fault, signAs: SIGN_AS })
  return { exchanges, received }
}

/** What a server that follows Vonage's SDK makes of it. */
function isSigned({ headers, body }: Received): boolean {
  const token = (headers.authorization ?? '').replace('Bearer ', '')
  try {
    return verifySignature(token, SIGN_AS.signatureSecret) && hashOf(token) === sha256(body)
  } catch {
    return false
  }
}

const bodies = VERSIONS.flatMap((version) => [
  [version, 'inbound', inbound(version)] as const,
  [version, 'status', status(version)] as const,
])

for (const [version, kind, body] of bodies) {
  it.each([
    ...['duplicate', 'unknown-type', 'broken-json', 'old-iat'].map((fault) => [fault, true] as const),
    ...['unsigned', 'wrong-secret', 'tampered-body', 're-serialised-body'].map((f) => [f, false] as const),
    [null, true] as const,
  ])(`${version} ${kind}, %s: properly signed is %s`, async (fault, isGood) => {
    const { exchanges, received } = await deliver(body, fault === null ? null : CallbackFault.parse(fault))
    expect(received.map(isSigned)).toEqual(fault === 'duplicate' ? [true, true] : [isGood])
    expect(exchanges.map(({ outcome }) => outcome)).toEqual(
      received.map(() => ({ kind: 'answered', httpStatus: 200, bodyText: '{}' })),
    )
    expect(received[0]?.headers['content-type']).toBe('application/json')
    expect(received[0]?.url).toBe('/webhooks/inbound-message?x=1')
  })
}

it('sends compact JSON when nothing is wrong', async () => {
  const { received } = await deliver(inbound('v1'), null)
  expect(received[0]?.body.toString('utf8')).toBe(JSON.stringify(inbound('v1')))
})

it('leaves the Authorization header out of an unsigned one', async () => {
  const { received } = await deliver(inbound('v1'), 'unsigned')
  expect(received[0]?.headers).not.toHaveProperty('authorization')
})

it('changes one character of a tampered body, which is still JSON', async () => {
  const original = JSON.stringify(inbound('v0.1'))
  const { received } = await deliver(inbound('v0.1'), 'tampered-body')
  const sent = received[0]?.body.toString('utf8') ?? ''
  expect([...sent].filter((char, at) => char !== [...original][at])).toHaveLength(1)
  expect(sent).toHaveLength(original.length)
  expect(JSON.parse(sent)).toMatchObject({ message: { content: { type: 'text' } } })
})

it('signs an old one thirty days ago', async () => {
  const { received } = await deliver(inbound('v1'), 'old-iat')
  const iat = decodeJwt((received[0]?.headers.authorization ?? '').slice('Bearer '.length)).iat ?? 0
  expect(Math.round(Date.now() / 1000 - iat) / 86_400).toBeCloseTo(30, 2)
})

it('writes the same JSON in other bytes', async () => {
  const { received } = await deliver(inbound('v1'), 're-serialised-body')
  const text = received[0]?.body.toString('utf8') ?? ''
  expect(JSON.parse(text)).toEqual(inbound('v1'))
  expect(text).not.toBe(JSON.stringify(inbound('v1')))
})

it('repeats a duplicate with the same bytes and the same signature', async () => {
  const { exchanges, received } = await deliver(status('v1'), 'duplicate')
  expect(exchanges).toHaveLength(2)
  expect(received[1]?.body.equals(received[0]?.body ?? Buffer.alloc(0))).toBe(true)
  expect(received[1]?.headers.authorization).toBe(received[0]?.headers.authorization)
})

it.each([
  ['v1', inbound('v1'), { message_type: 'unlisted' }],
  ['v0.1', inbound('v0.1'), { message: { content: { type: 'unlisted' } } }],
  ['status', status('v0.1'), { status: 'unlisted' }],
])('names a type that no document lists: %s', async (_, body, expected) => {
  const { received } = await deliver(body, 'unknown-type')
  expect(JSON.parse(received[0]?.body.toString('utf8') ?? '')).toMatchObject(expected)
})

it('breaks the JSON before it signs', async () => {
  const { received } = await deliver(inbound('v1'), 'broken-json')
  expect(() => JSON.parse(received[0]?.body.toString('utf8') ?? '')).toThrow()
})

it('sends the body of a slow one in pieces over two seconds', async () => {
  const pieces: Buffer[] = []
  const { clock, pass } = createFakeClock()
  const origin = await serve((request, response) => {
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => response.end())
  })
  const body = inbound('v1')
  const sent = sender(clock).send({ url: new URL(origin), body, fault: 'slow-sender', signAs: SIGN_AS })
  for (const count of [1, 2, 3, 4]) {
    await until(() => pieces.length === count)
    await pass(500)
  }
  await expect(sent).resolves.toMatchObject([{ outcome: { httpStatus: 200 }, durationMs: 2_000 }])
  expect(Buffer.concat(pieces).toString('utf8')).toBe(JSON.stringify(body))
})

it('ends the connection in the middle of the body, whose whole length it had announced', async () => {
  const texts: string[] = []
  let isClosed = false
  const origin = await serveTcp((socket) => {
    socket.on('data', (data) => texts.push(data.toString('utf8')))
    socket.on('close', () => {
      isClosed = true
    })
  })
  const body = inbound('v1')
  const sent = sender().send({ url: new URL(origin), body, fault: 'cut-connection', signAs: SIGN_AS })
  await expect(sent).resolves.toMatchObject([{ outcome: { kind: 'cut' } }])
  await until(() => isClosed)
  const [head = '', rest = ''] = texts.join('').split('\r\n\r\n')
  const whole = Buffer.byteLength(JSON.stringify(body))
  expect(head.toLowerCase()).toContain(`content-length: ${whole}`)
  expect(Buffer.byteLength(rest)).toBe(Math.ceil(whole / 2))
})

it('shows a redirect, and follows none', async () => {
  const { origin, received } = await capture((_, response) =>
    response.writeHead(307, { location: '/elsewhere' }).end(),
  )
  const sent = await sender().send({
    url: new URL(origin),
    body: status('v1'),
    fault: null,
    signAs: SIGN_AS,
  })
  expect(sent).toMatchObject([{ outcome: { kind: 'answered', httpStatus: 307 } }])
  expect(received).toHaveLength(1)
})

it('gives up after 15 seconds', async () => {
  const { clock, pass } = createFakeClock()
  let hasCome = false
  const origin = await serve(() => {
    hasCome = true
  })
  const sent = sender(clock).send({
    url: new URL(origin),
    body: status('v1'),
    fault: null,
    signAs: SIGN_AS,
  })
  await until(() => hasCome)
  await pass(15_000)
  await expect(sent).resolves.toMatchObject([
    { outcome: { kind: 'failed', failure: { kind: 'timeout' } }, durationMs: 15_000 },
  ])
})

it('is cancelled by its signal and by the end of the app', async () => {
  let count = 0
  const origin = await serve(() => {
    count += 1
  })
  const cancel = new AbortController()
  const { send, dispose } = sender()
  const ask = { url: new URL(origin), body: status('v1'), fault: null, signAs: SIGN_AS }
  const first = send({ ...ask, signal: cancel.signal })
  const second = send(ask)
  await until(() => count === 2)
  cancel.abort()
  await dispose()
  const cancelled = [{ outcome: { kind: 'failed', failure: { kind: 'cancelled' } } }]
  await expect(first).resolves.toMatchObject(cancelled)
  await expect(second).resolves.toMatchObject(cancelled)
})

it.each([...CallbackFault.options])('takes nobody there as a result: %s', async (fault) => {
  const url = new URL(await closedOrigin())
  const sent = await sender().send({ url, body: inbound('v1'), fault, signAs: SIGN_AS })
  expect(sent).toHaveLength(fault === 'duplicate' ? 2 : 1)
  expect(sent[0]?.outcome).toMatchObject({ kind: 'failed', failure: { kind: 'refused' } })
})

it('reads no more of an endless answer than it keeps', async () => {
  const origin = await serve((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(65_536)));
    }
    response.on('drain', more).on('error', () => undefined)
    more()
  })
  const sent = await sender().send({
    url: new URL(origin),
    body: status('v1'),
    fault: null,
    signAs: SIGN_AS,
  })
  expect(sent[0]?.outcome).toMatchObject({ kind: 'answered', bodyText: 'x'.repeat(65_536) })
})

function hashOf(token: string): unknown {
  return decodeJwt(token).payload_hash
}

function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex')
}
