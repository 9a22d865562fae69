import { createHash } from 'node:crypto'
import { verifySignature } from '@vonage/jwt'
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Intake } from '#electron/store/intake.ts'
import type { ReplayContent } from '#shared/replay.ts'
import { fixtureBytes, fixtureNames } from '../../support/fixtures.ts'
import { intakeOf, statusIntake } from '../../support/intakes.ts'
import { capture, type Received } from '../../support/local-server.ts'
import { openReplaying } from '../../support/replaying.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const signAs = {
  apiKey: 'abcd1234',
  applicationId: 'app-1',
  signatureSecret: 'a secret of some length, long enough',
}

const BODIES: readonly (readonly [string, Uint8Array])[] = [
  ['escapes', utf8('{"text":"\\u00e9\\/\\ud83d\\ude00\\ud800","message_uuid":"a"}')],
  ['odd spacing and repeated members', utf8(' {\t"a" : 1.0e5 ,"a":12345678901234567890 }\n\n')],
  ['emoji', utf8('{"text":"👩‍👩‍👧 é","message_uuid":"a"}')],
  ['CRLF', utf8('{\r\n"text":"a",\r\n"message_uuid":"a"\r\n}\r\n')],
  ['byte order mark', utf8('\uFEFF{"message_uuid":"a","text":"x"}')],
  ['invalid UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x00, 0x22, 0x7d)],
  ['nothing', new Uint8Array()],
  ['every byte', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ['1 MiB', new Uint8Array(1024 * 1024).fill(0x61)],
  ...[...fixtureNames('-inbound-'), ...fixtureNames('-status-')].map(
    (name) => [name, fixtureBytes(name)] as const,
  ),
]

async function open(intakes: readonly Intake[], secret: typeof signAs | null = null) {
  const receiver = await capture((_received, response) => response.end())
  const replaying = await openReplaying({ origin: receiver.origin, signAs: secret })
  for (const intake of intakes) await replaying.store.append(intake)
  await replaying.store.settled()
  return { ...replaying, receiver }
}

async function replayed(intake: Intake, content: ReplayContent, secret: typeof signAs | null = null) {
  const { run, receiver, results } = await open([intake], secret)
  const ended = await run({ content })
  const [result] = await results(ended.id)
  return { received: receiver.received[0], result, run: ended }
}

function textOf(received: Received | undefined): string {
  return received?.body.toString('utf8') ?? ''
}

function expectSigned(received: Received | undefined): void {
  const token = received?.headers.authorization?.replace('Bearer ', '') ?? ''
  expect(verifySignature(token, signAs.signatureSecret)).toBe(true)
  expect(decodeJwt(token)).toMatchObject({
    api_key: signAs.apiKey,
    application_id: signAs.applicationId,
    payload_hash: createHash('sha256')
      .update(received?.body ?? '')
      .digest('hex'),
  })
}

it('sends the captured bytes bit for bit', async () => {
  const { run, receiver, store } = await open(BODIES.map(([, body]) => intakeOf(body)))
  const { ok, total } = await run()
  expect([ok, total]).toEqual([BODIES.length, BODIES.length])
  const hashes = receiver.received.map(({ body }) => createHash('sha256').update(body).digest('hex'))
  expect(hashes).toEqual(BODIES.map(([, body]) => createHash('sha256').update(body).digest('hex')))
  expect(store.count()).toBe(BODIES.length)
})

it('sends the end-to-end headers it was captured with, the old signature among them', async () => {
  const headers: Intake['headers'] = [
    ['Host', 'example.ngrok.app'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['authorization', 'Bearer old.token.here'],
    ['X-Twice', '1'],
    ['x-twice', '2'],
    ['Connection', 'keep-alive, X-Hop'],
    ['X-Hop', 'gone'],
    ['Content-Length', '999'],
  ]
  const { received } = await replayed(intakeOf('{"message_uuid":"a"}', { headers }), { kind: 'exact' })
  expect(received?.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    authorization: 'Bearer old.token.here',
    'x-twice': '1, 2',
    'content-length': '20',
  })
  expect(received?.headers.host).toMatch(/^127\.0\.0\.1:/)
  expect(received?.headers).not.toHaveProperty('x-hop')
})

describe('where it goes', () => {
  const inbound = '{"message_uuid":"a","message_type":"text","text":"x","from":"1","to":"2"}'
  it.each<[string, Intake, string]>([
    ['an inbound message', intakeOf(inbound), '/webhooks/inbound-message'],
    ['a status', statusIntake('a', 'read', 1), '/webhooks/message-status'],
    [
      'an inbound message at the status path',
      intakeOf(inbound, { route: 'status' }),
      '/webhooks/inbound-message',
    ],
    [
      'an inbound message at no webhook path',
      intakeOf(inbound, { route: 'other', path: '/' }),
      '/webhooks/inbound-message',
    ],
    ['something else at the status path', intakeOf('hello', { route: 'status' }), '/webhooks/message-status'],
  ])('%s', async (_name, intake, path) => {
    const { received } = await replayed(intake, { kind: 'exact' })
    expect(received).toMatchObject({ method: 'POST', url: path })
  })

  it.each<[string, Intake, RegExp]>([
    ['cut off', intakeOf('{"mess', { flaw: 'cut-off' }), /before its body was complete/],
    ['too large', intakeOf('', { flaw: 'too-large' }), /larger than 1 MiB/],
    ['a GET', intakeOf('', { method: 'GET' }), /sent with GET/],
    ['neither, nowhere', intakeOf('hello', { route: 'other', path: '/robots.txt' }), /came to \/robots\.txt/],
  ])('nowhere: %s', async (_name, intake, reason) => {
    for (const kind of ['exact', 'fresh-signature'] as const) {
      const { received, result, run } = await replayed(intake, { kind }, signAs)
      expect(received).toBeUndefined()
      expect(result?.delivery.outcome).toEqual({ kind: 'held-back', reason: expect.stringMatching(reason) })
      expect(run).toMatchObject({ state: 'finished', total: 1, sent: 1, ok: 0, failed: 1 })
    }
  })
})

describe('a fresh signature', () => {
  it.each(BODIES)('passes for the same bytes: %s', async (_name, body) => {
    const headers: Intake['headers'] = [['Authorization', 'Bearer old']]
    const { received, result } = await replayed(
      intakeOf(body, { headers }),
      { kind: 'fresh-signature' },
      signAs,
    )
    expect(received?.body.equals(body)).toBe(true)
    expectSigned(received)
    expect(result?.note).toBeNull()
  })

  it('has an id of its own every time', async () => {
    const { run, receiver } = await open([intakeOf('{"message_uuid":"a"}')], signAs)
    await run({ content: { kind: 'fresh-signature' }, repeat: 3 })
    const ids = receiver.received.map(({ headers }) => decodeJwt(headers.authorization?.slice(7) ?? '').jti)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('another body', () => {
  const old: Intake['headers'] = [
    ['Authorization', 'Bearer old'],
    ['Content-Encoding', 'identity'],
  ]
  const captured = intakeOf('{"message_uuid":"a","message_type":"text","text":"x"}', { headers: old })
  const edited: ReplayContent = { kind: 'edited', bodyText: '{"message_uuid":"b", "text":"é"}' }

  it('is signed anew', async () => {
    const { received, result } = await replayed(captured, edited, signAs)
    expect(textOf(received)).toBe(edited.bodyText)
    expect(received?.headers).not.toHaveProperty('content-encoding')
    expectSigned(received)
    expect(result?.note).toBeNull()
  })

  it('goes under the captured signature where there is no secret, and says so', async () => {
    const { received, result } = await replayed(captured, edited)
    expect(received?.headers.authorization).toBe('Bearer old')
    expect(result?.note).toMatch(/does not fit the new body/)
  })

  it('can stand for one that was cut off', async () => {
    const { received } = await replayed(intakeOf('{"mess', { flaw: 'cut-off' }), edited, signAs)
    expect(textOf(received)).toBe(edited.bodyText)
  })
})

describe('rewritten', () => {
  const rewritten: ReplayContent = { kind: 'rewritten', hasNewIds: true, hasNewTimes: true }
  const at = (uuid: string, time: string) => intakeOf(`{"message_uuid" : "${uuid}",  "timestamp":"${time}"}`)

  it('gives one id for one id in a run, other ids in a repeat, and keeps the distances of times', async () => {
    const { run, receiver } = await open(
      [
        at('a', '2020-01-01 00:00:00 +0000'),
        at('b', '2020-01-01T00:00:01.5Z'),
        at('a', '2020-01-01T00:01:00Z'),
      ],
      signAs,
    )
    const before = Math.floor(Date.now() / 1000) * 1000
    await run({ content: rewritten, repeat: 2 })
    const bodies = receiver.received.map((one) => JSON.parse(textOf(one)))
    const uuids = bodies.map((body) => String(body.message_uuid))
    expect(uuids[0]).toBe(uuids[2])
    expect(uuids[3]).toBe(uuids[5])
    expect(new Set([...uuids, 'a', 'b']).size).toBe(6)
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    const times = bodies.map((body) => Date.parse(body.timestamp))
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(1_500)
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBe(60_000)
    // Sent faster than they came: the last is now, none has yet to come.
    expect(times[2]).toBeGreaterThanOrEqual(before)
    expect(times[2]).toBeLessThanOrEqual(Date.now())
    expect(textOf(receiver.received[0])).toMatch(
      /^\{"message_uuid" : ".{36}", {2}"timestamp":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000"\}$/,
    )
    receiver.received.forEach(expectSigned)
  })

  it('leaves what is not JSON as it is, and says so', async () => {
    const body = Uint8Array.of(0xff, 0x00)
    const { received, result } = await replayed(intakeOf(body), rewritten)
    expect(received?.body.equals(body)).toBe(true)
    expect(result?.note).toMatch(/nothing in it was rewritten/)
  })
})
