import { generateKeyPairSync } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createApiToken } from '#electron/vonage/api-token.ts'
import { fixtureJson } from '../../support/fixtures.ts'
import { rsaPair } from '../../support/keys.ts'
import { PAGE_ID, PSID } from '../../support/reply-draft.ts'
import { APPLICATION, bearer, KEYS, post, startSimulator } from '../../support/simulator.ts'

type Fields = Readonly<Record<string, unknown>>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const text = { to: PSID, from: PAGE_ID, channel: 'messenger', message_type: 'text', text: 'Hi' }
const basic = (value: string) => `Basic ${Buffer.from(value).toString('base64')}`

describe('the endpoints', () => {
  it.each([
    ['/v1/messages', 'v1-outbound-text'],
    ['//v1/messages', 'v1-outbound-text'],
    ['/v0.1/messages', 'v0.1-outbound-text'],
    ['/v0.1/messages?', 'v0.1-outbound-text'],
  ])('POST %s takes a message', async (path, name) => {
    const { url } = await startSimulator()
    const answer = await post(`${url}${path}`, fixtureJson(name), { authorization: await bearer() })
    expect(answer.status).toBe(202)
    expect(answer.body).toEqual({ message_uuid: expect.stringMatching(UUID) })
    expect(answer.headers.get('content-type')).toBe('application/json')
  })

  it.each(['text', 'text-message-tag', 'image', 'audio', 'video', 'file', 'custom-button-template'])(
    'take the documented v1 %s',
    async (name) => {
      const { url } = await startSimulator()
      const answer = await post(`${url}/v1/messages`, fixtureJson(`v1-outbound-${name}`), {
        authorization: await bearer(),
      })
      expect(answer.status).toBe(202)
    },
  )

  it('take POST only', async () => {
    const { url } = await startSimulator()
    const response = await fetch(`${url}/v1/messages`)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it('are the only ones', async () => {
    const { url } = await startSimulator()
    expect(await post(`${url}/v2/messages`, {})).toMatchObject({ status: 404, body: { title: 'Not Found' } })
  })

  it('take bodies of up to 1 MiB', async () => {
    const { url } = await startSimulator()
    const answer = await post(`${url}/v1/messages`, 'x'.repeat(1024 * 1024 + 1), {
      authorization: await bearer(),
    })
    expect(answer).toMatchObject({ status: 413, body: { title: 'Content Too Large' } })
  })

  it('survive a client that leaves in the middle', async () => {
    const { url } = await startSimulator()
    const authorization = await bearer()
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
        socket.write(
          `POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\nContent-Length: 9\r\n\r\n{`,
        )
        socket.destroy()
      })
      socket.on('close', () => resolve())
    })
    expect((await post(`${url}/v1/messages`, text, { authorization })).status).toBe(202)
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '127.0.0.1@evil.example'])(
    'do not answer to the host %j',
    async (host) => {
      const { url } = await startSimulator()
      expect(await statusFor(url, host)).toBe(421)
    },
  )

  it.each(['localhost:4181', '[::1]:4181', '127.0.0.1'])('answer to the host %s', async (host) => {
    const { url } = await startSimulator()
    expect(await statusFor(url, host)).toBe(401)
  })
})

describe('credentials', () => {
  async function send(headers: Readonly<Record<string, string>>, path = '/v1/messages') {
    const { url } = await startSimulator()
    return post(`${url}${path}`, text, headers)
  }

  it.each(['/v1/messages', '/v0.1/messages'])('are needed at %s', async (path) => {
    expect(await send({}, path)).toMatchObject({
      status: 401,
      body: fixtureJson('v1-response-401-missing-header'),
    })
  })

  it('may be an API key and secret', async () => {
    const { status } = await send({ authorization: basic(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`) })
    expect(status).toBe(202)
  })

  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['another secret', () => basic(`${APPLICATION.apiKey}:wrong`), /key or secret/],
    ['another scheme', () => 'Digest x', /neither Bearer nor Basic/],
    ['no token', () => 'Bearer', /not a JWT/],
    ['no JWT', () => 'Bearer abc', /not a JWT/],
    ['a token signed with another key', () => tokenBy(rsaPair().privateKey), /public key/],
    [
      'a token of another application',
      () => tokenBy(KEYS.privateKey, { applicationId: 'other' }),
      /application_id/,
    ],
    ['an expired token', () => tokenBy(KEYS.privateKey, { nowMs: Date.now() - 3_600_000 }), /expired/],
    ['a token of the day before yesterday', () => oldToken(), /24 hours/],
    ['a token without iat', () => tokenWithoutIat(), /iat/],
    ['an HS256 token keyed with the public key', () => tokenByPublicKey(), /RS256/],
    ['an unsigned token', () => unsignedToken(), /RS256/],
    ['an ES256 token', () => ecToken(), /RS256/],
  ])('are refused: %s', async (_, authorization, reason) => {
    const answer = await send({ authorization: await authorization() })
    const { instance: _instance, ...documented } = fixtureJson<Fields>('v1-response-401-bad-credentials')
    expect(answer).toMatchObject({ status: 401, body: { ...documented, instance: expect.any(String) } })
    expect(answer.headers.get('x-simulator-reason')).toMatch(reason)
  })

  it('of two kinds at once are refused', async () => {
    const both = `${await bearer()}, ${basic(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`)}`
    const inHeader = await send({ authorization: both })
    const inQuery = await send(
      { authorization: await bearer() },
      `/v1/messages?api_key=${APPLICATION.apiKey}`,
    )
    for (const { status, body } of [inHeader, inQuery]) {
      expect(status).toBe(401)
      expect(body.type).toMatch(/#multiple-auth-methods$/)
    }
  })

  it('come before everything else in the body', async () => {
    const { url } = await startSimulator()
    expect((await post(`${url}/v1/messages`, 'not json')).status).toBe(401)
  })
})

describe('a body that is not JSON', () => {
  it.each([
    ['/v1/messages', 422],
    ['/v0.1/messages', 400],
  ])('is refused at %s with %i', async (path, status) => {
    const { url } = await startSimulator()
    const answer = await post(`${url}${path}`, '{"to":', { authorization: await bearer() })
    expect(answer).toMatchObject({
      status,
      body: { title: 'The request body did not contain valid JSON', detail: expect.stringContaining('JSON') },
    })
    expect(answer.body.type).toMatch(/#invalid-json$/)
  })
})

it('a refused message gets no status', async () => {
  const { url, receiver, deliveries } = await startSimulator()
  const authorization = await bearer()
  await post(`${url}/v1/messages`, { ...text, from: 'x' }, { authorization })
  await post(`${url}/v1/messages`, text, { authorization })
  await deliveries(2)
  expect(receiver.received).toHaveLength(2)
})

it('takes the next free port', async () => {
  const { port } = (await startSimulator()).running()
  const next = (await startSimulator({ wantedPort: port })).running()
  expect(next.wantedPort).toBe(port)
  expect(next.port).toBeGreaterThan(port)
})

it('says why it could not start', async () => {
  // Above the highest port there is no next one.
  await startSimulator({ wantedPort: 65_535 })
  const { simulator } = await startSimulator({ wantedPort: 65_535 })
  expect(simulator.state()).toMatchObject({ state: 'failed', error: { code: 'PORT_UNAVAILABLE' } })
  await expect(
    simulator.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'x' },
      version: null,
      fault: null,
    }),
  ).rejects.toMatchObject({
    explanation: { code: 'SIMULATOR_NOT_RUNNING' },
  })
})

function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}/v1/messages`, { method: 'POST', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end('{}')
  })
}

async function tokenBy(
  key: typeof KEYS.privateKey,
  { applicationId = APPLICATION.id, nowMs = Date.now() }: { applicationId?: string; nowMs?: number } = {},
) {
  const { token } = await createApiToken({ key, applicationId }, { nowMs: () => nowMs, newUuid: () => 'jti' })
  return `Bearer ${token}`
}

async function oldToken() {
  const issuedAt = Math.floor(Date.now() / 1000) - 2 * 86_400
  const token = await claims().setIssuedAt(issuedAt).setExpirationTime('1h').sign(KEYS.privateKey)
  return `Bearer ${token}`
}

async function tokenWithoutIat() {
  return `Bearer ${await claims().setExpirationTime('1h').sign(KEYS.privateKey)}`
}

/** The classic confusion attack: the public key, known to all, used as an HMAC secret. */
async function tokenByPublicKey() {
  const secret = new TextEncoder().encode(KEYS.spki)
  return `Bearer ${await claims('HS256').setIssuedAt().sign(secret)}`
}

async function ecToken() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  return `Bearer ${await claims('ES256').setIssuedAt().sign(privateKey)}`
}

function unsignedToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000)
  return `Bearer ${part({ alg: 'none' })}.${part({ application_id: APPLICATION.id, iat, jti: 'a' })}.`
}

function claims(alg = 'RS256') {
  return new SignJWT({ application_id: APPLICATION.id, jti: 'a' }).setProtectedHeader({ alg, typ: 'JWT' })
}
