import { createHash } from 'node:crypto'
import { verifySignature } from '@vonage/jwt'
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import type { ApiVersion } from '#shared/callback.ts'
import { capture, closedOrigin, type Received } from '../../support/local-server.ts'
import { PAGE_ID, PSID } from '../../support/reply-draft.ts'
import { APPLICATION, bearer, post, startSimulator } from '../../support/simulator.ts'

const [amara, linh] = SEEDED_PEOPLE

function message(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    to: amara.psid,
    from: PAGE_ID,
    channel: 'messenger',
    message_type: 'text',
    text: 'Hi',
    client_ref: 'order-42',
    ...fields,
  }
}

function nested() {
  const party = (id: string) => ({ type: 'messenger', id })
  const content = { type: 'text', text: 'Hi' }
  return { to: party(amara.psid), from: party(PAGE_ID), message: { content }, client_ref: 'order-42' }
}

async function send(url: string, body: unknown, path = '/v1/messages') {
  const answer = await post(`${url}${path}`, body, { authorization: await bearer() })
  expect(answer.status).toBe(202)
  return answer.body.message_uuid
}

function bodyOf(received: Received | undefined): Readonly<Record<string, unknown>> {
  return JSON.parse(received?.body.toString('utf8') ?? 'null')
}

/** Sorted: each callback travels on its own, so the order of arrival is nobody's promise. */
function statusesOf(received: readonly Received[]) {
  return received.map((one) => bodyOf(one).status).toSorted()
}

function expectSigned({ headers, body }: Received): void {
  expect(headers['content-type']).toBe('application/json')
  const token = headers.authorization?.replace('Bearer ', '') ?? ''
  expect(verifySignature(token, APPLICATION.signatureSecret)).toBe(true)
  expect(decodeJwt(token)).toMatchObject({
    iss: 'Vonage',
    api_key: APPLICATION.apiKey,
    application_id: APPLICATION.id,
    payload_hash: createHash('sha256').update(body).digest('hex'),
    jti: expect.any(String),
    iat: expect.any(Number),
  })
}

describe('the statuses of a message', () => {
  it('come signed, with its reference', async () => {
    const { url, receiver, deliveries } = await startSimulator()
    const messageUuid = await send(url, message())
    const received = await receiver.until(3)
    received.forEach(expectSigned)
    expect(statusesOf(received)).toEqual(['delivered', 'read', 'submitted'])
    for (const one of received) {
      expect(one).toMatchObject({ method: 'POST', url: '/webhooks/message-status' })
      expect(bodyOf(one)).toMatchObject({
        message_uuid: messageUuid,
        to: amara.psid,
        from: PAGE_ID,
        channel: 'messenger',
        client_ref: 'order-42',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      })
    }
    const recorded = await deliveries(3)
    expect(recorded.map(({ type }) => type).toSorted()).toEqual(['delivered', 'read', 'submitted'])
    for (const one of recorded) expect(one).toMatchObject({ kind: 'status', result: { httpStatus: 200 } })
  })

  it.each<[ApiVersion, string, unknown, ApiVersion]>([
    ['v0.1', '/v1/messages', message(), 'v0.1'],
    ['v1', '/v0.1/messages', nested(), 'v1'],
    ['v0.1', '/v1/messages', message({ webhook_version: 'v1' }), 'v1'],
    ['v1', '/v1/messages', message({ webhook_version: 'v0.1' }), 'v0.1'],
  ])('set to %s, sent to %s', async (callbackVersion, path, body, expected) => {
    const { url, receiver } = await startSimulator({
      settings: { callbackVersion },
    })
    await send(url, body, path)
    const [first] = await receiver.until(1)
    const to = expected === 'v1' ? amara.psid : { type: 'messenger', id: amara.psid }
    expect(bodyOf(first)).toMatchObject({ to, client_ref: 'order-42' })
  })

  it.each<[ApiVersion, object]>([
    [
      'v1',
      {
        type: 'https://developer.vonage.com/api-errors/messages#1300',
        title: '1300',
        detail: 'Not part of the provider network - The number or ID is not a user in the provider network.',
        instance: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ],
    ['v0.1', { code: 1300, reason: 'Not part of the provider network' }],
  ])('say in %s that a stranger is no user of the Page', async (version, error) => {
    const { url, receiver } = await startSimulator({
      settings: { callbackVersion: version },
    })
    await send(url, message({ to: PSID }))
    const received = await receiver.until(2)
    expect(statusesOf(received)).toEqual(['rejected', 'submitted'])
    const rejected = received.map(bodyOf).find(({ status }) => status === 'rejected')
    expect(rejected?.error).toEqual(error)
  })

  it('go to the URL the message names, on this computer', async () => {
    const own = await capture((_, response) => response.end())
    const { url, receiver } = await startSimulator()
    await send(url, message({ webhook_url: `${own.origin}/own?a=b` }))
    const received = await own.until(3)
    expect(received[0]?.url).toBe('/own?a=b')
    received.forEach(expectSigned)
    expect(receiver.received).toHaveLength(0)
  })

  it('go there without the credentials that the URL holds, which are not shown either', async () => {
    const own = await capture((_, response) => response.end())
    const { url, deliveries } = await startSimulator()
    await send(url, message({ webhook_url: `${own.origin.replace('//', '//user:secret@')}/own` }))
    const received = await own.until(3)
    received.forEach(expectSigned)
    expect(JSON.stringify(await deliveries(3))).not.toContain('secret')
  })

  it('do not go to another computer, and that is recorded', async () => {
    const { url, receiver, deliveries } = await startSimulator()
    await send(url, message({ webhook_url: 'https://example.com/status' }))
    expect((await deliveries(3))[0]).toMatchObject({
      url: 'https://example.com/status',
      result: { kind: 'failed', reason: expect.stringMatching(/example\.com.*only contacts this computer/) },
    })
    expect(receiver.received).toHaveLength(0)
  })

  it('are recorded when nobody is there', async () => {
    const origin = await closedOrigin()
    const { url, deliveries } = await startSimulator({ statusUrl: () => `${origin}/status` })
    await send(url, message())
    expect((await deliveries(3))[0]?.result).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('refused the connection'),
    })
  })

  it('are recorded when there is no listener, or it says no', async () => {
    const none = await startSimulator({ statusUrl: () => null })
    await send(none.url, message())
    expect((await none.deliveries(1))[0]?.result).toMatchObject({ kind: 'failed' })

    const grumpy = await capture((_, response) => response.writeHead(503).end())
    const { url, deliveries } = await startSimulator({ statusUrl: () => grumpy.origin })
    await send(url, message())
    expect((await deliveries(1))[0]?.result).toMatchObject({ kind: 'answered', httpStatus: 503 })
  })

  it('are not sent after a redirect', async () => {
    const elsewhere = await capture((_, response) => response.end())
    const redirect = await capture((_, response) =>
      response.writeHead(307, { location: elsewhere.origin }).end(),
    )
    const { url, deliveries } = await startSimulator({ statusUrl: () => redirect.origin })
    await send(url, message())
    expect((await deliveries(3))[0]?.result).toMatchObject({ httpStatus: 307 })
    expect(elsewhere.received).toHaveLength(0)
  })

  it('end when the simulator is disposed', async () => {
    const { simulator, url, receiver, states } = await startSimulator({
      delaysMs: { submitted: 1, delivered: 3_600_000, read: 3_600_000 },
    })
    await send(url, message())
    await receiver.until(1)
    await simulator.dispose()
    const changes = states.length
    await expect(fetch(url)).rejects.toThrow()
    expect(states).toHaveLength(changes)
  })
})

describe('a Messenger user', () => {
  it('writes: the first one unless named', async () => {
    const { simulator, receiver, states, running, deliveries } = await startSimulator()
    const { messageUuid } = await simulator.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'Grüße 👋' },
      version: null,
      fault: null,
    })
    await simulator.simulateInbound({
      psid: linh.psid,
      message: { type: 'text', text: 'x' },
      version: 'v0.1',
      fault: null,
    })
    receiver.received.forEach(expectSigned)
    expect(receiver.received[0]?.url).toBe('/webhooks/inbound-message')
    expect(bodyOf(receiver.received[0])).toEqual({
      channel: 'messenger',
      message_uuid: messageUuid,
      to: PAGE_ID,
      from: amara.psid,
      timestamp: expect.any(String),
      message_type: 'text',
      text: 'Grüße 👋',
    })
    expect(bodyOf(receiver.received[1])).toMatchObject({
      from: { type: 'messenger', id: linh.psid },
      message: { content: { type: 'text', text: 'x' } },
    })
    expect(running().deliveries).toHaveLength(2)
    await deliveries(2)
    expect(states.length).toBeGreaterThan(0)
  })

  it('must be one of the Page’s people', async () => {
    const { simulator, receiver } = await startSimulator()
    await expect(
      simulator.simulateInbound({
        psid: PSID,
        message: { type: 'text', text: 'x' },
        version: null,
        fault: null,
      }),
    ).rejects.toMatchObject({
      explanation: { code: 'NOT_FOUND' },
    })
    expect(receiver.received).toHaveLength(0)
  })

  it('is told when no listener runs', async () => {
    const { simulator, running } = await startSimulator({ inboundUrl: () => null })
    await expect(
      simulator.simulateInbound({
        psid: null,
        message: { type: 'text', text: 'x' },
        version: null,
        fault: null,
      }),
    ).rejects.toMatchObject({
      explanation: { code: 'LISTENER_NOT_RUNNING' },
    })
    expect(running().deliveries[0]).toMatchObject({ kind: 'inbound', result: { kind: 'failed' } })
  })

  it('is told when the listener says no', async () => {
    const grumpy = await capture((_, response) => response.writeHead(500).end())
    const { simulator, running } = await startSimulator({ inboundUrl: () => grumpy.origin })
    await expect(
      simulator.simulateInbound({
        psid: null,
        message: { type: 'text', text: 'x' },
        version: null,
        fault: null,
      }),
    ).rejects.toMatchObject({
      explanation: { code: 'HTTP_REFUSED', what: expect.stringContaining('500') },
    })
    expect(running().deliveries[0]?.result).toMatchObject({ kind: 'answered', httpStatus: 500 })
  })
})

it('the last 50 deliveries are kept, newest first', async () => {
  const { simulator, running } = await startSimulator()
  for (let count = 0; count < 52; count += 1) {
    await simulator.simulateInbound({
      psid: null,
      message: { type: 'text', text: String(count) },
      version: null,
      fault: null,
    })
  }
  const { deliveries } = running()
  expect(deliveries).toHaveLength(50)
  expect(deliveries.map(({ atMs }) => atMs)).toEqual(deliveries.map(({ atMs }) => atMs).sort((a, b) => b - a))
})
