import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { fixtureJson } from '../../support/fixtures.ts'
import { rsaPair } from '../../support/keys.ts'
import { capture, closedOrigin } from '../../support/local-server.ts'
import { openTokenDesk, SHOP } from '../../support/token-desk.ts'

const KEYS = rsaPair()
const OTHER = rsaPair()
const SECRETS = { privateKey: KEYS.pkcs8, apiSecret: 'the-api-secret' }
const ASKED = { profileId: 'shop', applicationId: SHOP.applicationId, token: null }
const WISHES = { profileId: 'shop', ttlSeconds: 900, sub: '', acl: null, nbf: null, claims: {} }

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function application(publicKey: string | undefined) {
  const documented = fixtureJson<object>('application-v2-get-200')
  return { ...documented, keys: publicKey === undefined ? {} : { public_key: publicKey } }
}

/** An Application API with this answer, and the desk of a profile that has it as custom base URL. */
async function deskAt(
  respond: (response: ServerResponse) => void,
  secrets: Parameters<typeof openTokenDesk>[0] = SECRETS,
) {
  const server = await capture((_, response) => respond(response))
  const desk = await openTokenDesk(secrets, {
    baseUrl: { kind: 'custom', url: `${server.origin}/some/path` },
  })
  return { server, desk }
}

it('asks the origin of the base URL with API key and secret, once', async () => {
  const { server, desk } = await deskAt((response) => answer(response, 200, application(KEYS.spki)))
  await desk.compare(ASKED)
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toMatchObject({
    method: 'GET',
    url: `/v2/applications/${SHOP.applicationId}`,
    headers: { authorization: `Basic ${Buffer.from('a1b2c3d4:the-api-secret').toString('base64')}` },
  })
  expect(server.received[0]?.body).toHaveLength(0)
})

it('is content when key, token and application belong together', async () => {
  const { desk } = await deskAt((response) => answer(response, 200, application(KEYS.spki)))
  const { token } = await desk.make(WISHES)
  const { applicationName, checks } = await desk.compare({ ...ASKED, token })
  expect(applicationName).toBe('Messenger demo')
  expect(checks.map(({ id, ok }) => [id, ok])).toEqual([
    ['application-key', true],
    ['token-application-key', true],
  ])
})

it('says that the key is of another application', async () => {
  const { desk } = await deskAt((response) => answer(response, 200, application(OTHER.spki)))
  const { token } = await desk.make(WISHES)
  const { checks } = await desk.compare({ ...ASKED, token })
  expect(checks.map(({ id, ok, severity }) => [id, ok, severity])).toEqual([
    ['application-key', false, 'error'],
    ['token-application-key', false, 'error'],
  ])
  expect(checks[0]?.why).toContain('another application')
  expect(checks[0]?.actual).not.toBe(checks[0]?.expected)
})

it.each([undefined, '', 'not a key', KEYS.pkcs8])(
  'says that Vonage has no key to compare with',
  async (publicKey) => {
    const { desk } = await deskAt((response) => answer(response, 200, application(publicKey)))
    const { checks } = await desk.compare(ASKED)
    expect(checks).toMatchObject([
      { id: 'application-key', ok: false, why: expect.stringContaining('no public key') },
    ])
  },
)

it.each([
  [401, { title: 'Unauthorized' }, 'did not accept the API key and secret of Shop'],
  [403, {}, 'did not accept the API key and secret of Shop'],
  [404, { title: 'Not Found' }, `has no application ${SHOP.applicationId}`],
  [429, {}, 'answered 429'],
  [500, 'oops', 'answered 500'],
  [200, { hello: 'world' }, 'not with an application'],
])('explains an answer of %i', async (status, body, what) => {
  const { desk } = await deskAt((response) => answer(response, status, body))
  const error = await desk.compare(ASKED).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ explanation: { code: 'HTTP_REFUSED', what: expect.stringContaining(what) } })
  expect(JSON.stringify(error)).not.toContain('the-api-secret')
})

it('does not follow a redirect with the credentials', async () => {
  const other = await capture((_, response) => answer(response, 200, application(KEYS.spki)))
  const { desk } = await deskAt((response) => response.writeHead(302, { location: other.origin }).end())
  await expect(desk.compare(ASKED)).rejects.toMatchObject({
    explanation: { why: expect.stringContaining(other.origin) },
  })
  expect(other.received).toHaveLength(0)
})

it('explains a server that is down, or hangs up', async () => {
  const down = await openTokenDesk(SECRETS, { baseUrl: { kind: 'custom', url: await closedOrigin() } })
  await expect(down.compare(ASKED)).rejects.toMatchObject({ explanation: { code: 'NETWORK_REFUSED' } })
  const { desk } = await deskAt((response) => response.destroy())
  await expect(desk.compare(ASKED)).rejects.toMatchObject({
    explanation: { code: 'NETWORK_BROKEN', fix: expect.stringContaining('Comparing changes nothing') },
  })
})

it('asks nobody without an account, or for the simulator', async () => {
  const { server, desk } = await deskAt((response) => answer(response, 200, {}), { privateKey: KEYS.pkcs8 })
  await expect(desk.compare(ASKED)).rejects.toMatchObject({ explanation: { code: 'API_SECRET_MISSING' } })
  expect(server.received).toHaveLength(0)
  const simulator = await openTokenDesk(SECRETS, { baseUrl: { kind: 'simulator' } })
  await expect(simulator.compare(ASKED)).rejects.toMatchObject({ explanation: { code: 'BAD_INPUT' } })
})

it('still holds the token against the application when the profile has no key', async () => {
  const maker = await openTokenDesk(SECRETS)
  const { token } = await maker.make(WISHES)
  const { desk } = await deskAt((response) => answer(response, 200, application(KEYS.spki)), {
    apiSecret: 'the-api-secret',
  })
  const { checks } = await desk.compare({ ...ASKED, token })
  expect(checks.map(({ ok }) => ok)).toEqual([null, true])
})
