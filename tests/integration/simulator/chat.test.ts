import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { verifySignature } from '@vonage/jwt'
import { expect, it } from 'vitest'
import { ownIdentity } from '#electron/simulator/identity.ts'
import { createApiToken } from '#electron/vonage/api-token.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { type SimulatedMessage, SimulatorState } from '#shared/simulator.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { capture } from '../../support/local-server.ts'
import { PAGE_ID } from '../../support/reply-draft.ts'
import { APPLICATION, bearer, post, SIGNER, startSimulator } from '../../support/simulator.ts'
import { until } from '../../support/turn.ts'

const inbound = (message: SimulatedMessage, version: 'v1' | 'v0.1' = 'v1') => ({
  psid: null,
  message,
  version,
  fault: null,
})

/** A small webhook server that answers every message through the simulated API, as a bot would. */
async function withBot(version: 'v1' | 'v0.1', content: object) {
  let api = ''
  const replies: Promise<unknown>[] = []
  const bot = await capture(({ url, body }, response) => {
    response.end()
    if (url !== '/in') return
    const { from } = JSON.parse(body.toString('utf8'))
    const to: string = typeof from === 'string' ? from : from.id
    const party = (id: string) => ({ type: 'messenger', id })
    const reply =
      version === 'v1'
        ? { to, from: PAGE_ID, channel: 'messenger', ...content }
        : { to: party(to), from: party(PAGE_ID), message: { content } }
    replies.push(
      bearer().then((authorization) => post(`${api}/${version}/messages`, reply, { authorization })),
    )
  })
  const started = await startSimulator({
    addresses: {
      listenerUrl: () => null,
      targetUrl: (_, webhook) => new URL(webhook === 'inbound' ? '/in' : '/status', bot.origin),
    },
    settings: { destination: { kind: 'target', targetId: 'bot' }, callbackVersion: version },
  })
  api = started.url
  return { ...started, replies }
}

it.each([
  ['v1', { message_type: 'text', text: 'Hello!' }, { type: 'text', text: 'Hello!' }],
  ['v0.1', { type: 'text', text: 'Hello!' }, { type: 'text', text: 'Hello!' }],
  [
    'v1',
    { message_type: 'image', image: { url: 'https://example.com/a.jpg' } },
    { type: 'image', url: 'https://example.com/a.jpg' },
  ],
  [
    'v0.1',
    { type: 'custom', custom: { attachment: { type: 'template' } } },
    { type: 'custom', json: '{"attachment":{"type":"template"}}' },
  ],
] as const)('shows both sides in %s: %j', async (version, content, shown) => {
  const { simulator, replies } = await withBot(version, content)
  const { messageUuid } = await simulator.simulateInbound(inbound({ type: 'text', text: 'Hi' }, version))
  await until(() => simulator.chat.all()[1]?.progress.length === 3)
  const [question, answer] = simulator.chat.all()
  expect(question).toMatchObject({
    ...{ messageUuid, from: 'person', content: { type: 'text', text: 'Hi' } },
    progress: [{ word: 'answered 200', isTrouble: false }],
  })
  expect(answer).toMatchObject({ from: 'server', psid: question?.psid, content: shown })
  await expect(Promise.all(replies)).resolves.toMatchObject([{ status: 202 }])
  expect(answer?.progress.map(({ word }) => word).toSorted()).toEqual(['delivered', 'read', 'submitted'])
})

it.each<SimulatedMessage>([
  { type: 'text', text: 'Grüße 👋' },
  { type: 'image', url: 'https://example.com/a.jpg' },
  { type: 'audio', url: 'https://example.com/a.mp3' },
  { type: 'video', url: 'https://example.com/a.mp4' },
  { type: 'file', url: 'https://example.com/a.zip' },
  { type: 'unsupported' },
])('a person sends $type, in both versions', async (message) => {
  const { simulator, receiver } = await startSimulator()
  await simulator.simulateInbound(inbound(message, 'v1'))
  await simulator.simulateInbound(inbound(message, 'v0.1'))
  const [flat, nested] = receiver.received.map(({ body }) => JSON.parse(body.toString('utf8')))
  const { type } = message
  const field =
    'url' in message ? { [type]: { url: message.url } } : 'text' in message ? { text: message.text } : {}
  expect(flat).toMatchObject({ message_type: type, ...field })
  expect(nested.message.content).toEqual({ type, ...field })
  expect(simulator.chat.all().map(({ content }) => content)).toEqual([message, message])
})

it('tells each step as an event, and forgets when told to', async () => {
  const { simulator, chat } = await startSimulator()
  await simulator.simulateInbound(inbound({ type: 'text', text: 'Hi' }))
  expect(chat.map((event) => event.kind === 'bubble' && event.bubble.progress.length)).toEqual([0, 1])
  simulator.chat.clear()
  expect(chat.at(-1)).toEqual({ kind: 'reset' })
  expect(simulator.chat.all()).toEqual([])
})

it('keeps the last 500 messages', async () => {
  const { simulator, url } = await startSimulator({ settings: { statusSequence: { kind: 'missing' } } })
  const authorization = await bearer()
  const message = { to: '1', from: PAGE_ID, channel: 'messenger', message_type: 'text' }
  for (let at = 0; at < 502; at += 1) {
    await post(`${url}/v1/messages`, { ...message, text: String(at) }, { authorization })
  }
  expect(simulator.chat.all()).toHaveLength(500)
  expect(simulator.chat.all()[0]?.content).toEqual({ type: 'text', text: '2' })
})

it('shows why a status did not arrive', async () => {
  const grumpy = await capture((_, response) => response.writeHead(503).end())
  const { simulator, url } = await startSimulator({
    statusUrl: () => grumpy.origin,
    settings: { statusSequence: { kind: 'rejected', code: 1021 } },
  })
  const message = { to: '1', from: PAGE_ID, channel: 'messenger', message_type: 'text', text: 'Hi' }
  await post(`${url}/v1/messages`, message, { authorization: await bearer() })
  await until(() => simulator.chat.all()[0]?.progress.length === 2)
  expect(simulator.chat.all()[0]?.progress).toMatchObject([
    { word: 'submitted, answered 503', isTrouble: true },
    { word: 'rejected 1300, answered 503', isTrouble: true },
  ])
})

it('adds people with a PSID of their own, renames and removes them', async () => {
  const { simulator, running } = await startSimulator()
  const psid = simulator.people.save({ psid: null, name: 'Noor' })
  expect(psid).toMatch(/^[1-9]\d{15}$/)
  simulator.people.save({ psid, name: 'Noor Haddad' })
  expect(running().people.at(-1)).toEqual({ psid, name: 'Noor Haddad' })
  await simulator.simulateInbound({ ...inbound({ type: 'unsupported' }), psid })
  for (const person of running().people) simulator.people.remove(person.psid)
  expect(running().people).toEqual([])
  const nobody = { explanation: { code: 'NOT_FOUND' } }
  expect(() => simulator.people.remove(psid)).toThrow('That person is not there.')
  await expect(simulator.simulateInbound(inbound({ type: 'unsupported' }))).rejects.toMatchObject(nobody)
})

it('takes the requests of another application, and signs its statuses with that one’s secret', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = {
    ...{ name: 'Shop', applicationId: randomUUID(), apiKey: '9f8e7d6c', apiSecret: 'shop-secret' },
    ...{ signatureSecret: 'the-signature-secret-of-the-shop', publicKey: () => publicKey },
  }
  const silent = { ...other, applicationId: randomUUID(), apiSecret: 'x', signatureSecret: null }
  const { url, receiver } = await startSimulator({
    identities: () => [ownIdentity('Simulator', APPLICATION), other, silent],
  })
  const message = { to: '1', from: PAGE_ID, channel: 'messenger', message_type: 'text', text: 'Hi' }
  const send = async (authorization: string) =>
    (await post(`${url}/v1/messages`, message, { authorization })).status
  const token = async (applicationId: string) =>
    `Bearer ${(await createApiToken({ key: privateKey, applicationId }, { nowMs: Date.now, newUuid: randomUUID })).token}`
  const basic = `Basic ${Buffer.from('9f8e7d6c:shop-secret').toString('base64')}`

  expect(await send(await token(randomUUID()))).toBe(401)
  expect(await send(await token(APPLICATION.id))).toBe(401)
  const cases = [
    [basic, other.signatureSecret],
    [await token(other.applicationId), other.signatureSecret],
    [await token(silent.applicationId), SIGNER.signatureSecret],
  ] as const
  for (const [authorization, secret] of cases) {
    const before = receiver.received.length
    expect(await send(authorization)).toBe(202)
    const received = (await receiver.until(before + 2)).slice(before)
    for (const { headers } of received) {
      expect(verifySignature((headers.authorization ?? '').replace('Bearer ', ''), secret)).toBe(true)
    }
  }
})

it('says in the delivery that a target is gone, and nothing else fails', async () => {
  const { simulator, running } = await startSimulator({
    addresses: {
      listenerUrl: () => null,
      targetUrl: () => {
        throw new WorkbenchError({
          code: 'TARGET_NOT_FOUND',
          what: 'That target is not there.',
          why: 'It was deleted.',
          fix: '',
        })
      },
    },
    settings: { destination: { kind: 'target', targetId: 'gone' } },
  })
  await simulator.simulateInbound(inbound({ type: 'text', text: 'Hi' }))
  expect(running().deliveries[0]?.result).toEqual({
    kind: 'failed',
    reason: 'That target is not there. It was deleted.',
  })
  expect(SimulatorState.parse(running())).toEqual(running())
})

it('tells of many changes at once, and always of the last', async () => {
  const { clock, pass } = createFakeClock()
  const { simulator, states, running } = await startSimulator({ clock })
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      simulator.simulateInbound(inbound({ type: 'text', text: `${at}` })),
    ),
  )
  expect(states).toHaveLength(1)
  await pass(50)
  expect(states).toHaveLength(2)
  expect(states[1]).toEqual(running())
  await pass(1_000)
  expect(states).toHaveLength(2)
})
