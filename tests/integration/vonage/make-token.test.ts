import { verifySignature } from '@vonage/jwt'
import { decodeJwt, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { rsaPair } from '../../support/keys.ts'
import { openTokenDesk, SHOP } from '../../support/token-desk.ts'

const KEYS = rsaPair()
const WISHES = {
  profileId: 'shop',
  ttlSeconds: 3600,
  sub: 'ada',
  acl: { paths: { '/*/messages/**': { methods: ['POST'] } } },
  nbf: 1_700_000_000,
  claims: { team: 'shop', list: [1, { deep: null }], 'é 👋': '"' },
}

it('a token with every claim verifies with jose and with the official SDK', async () => {
  const desk = await openTokenDesk({ privateKey: KEYS.pkcs8 })
  const { token, validity, keyFormat } = await desk.make(WISHES)
  const { payload, protectedHeader } = await jwtVerify(token, KEYS.publicKey, { algorithms: ['RS256'] })
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' })
  expect(payload).toEqual({
    application_id: SHOP.applicationId,
    iat: expect.any(Number),
    exp: (payload.iat ?? 0) + 3600,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    nbf: WISHES.nbf,
    sub: 'ada',
    acl: WISHES.acl,
    ...WISHES.claims,
  })
  expect(verifySignature(token, KEYS.spki)).toBe(true)
  expect(validity).toEqual({ fromMs: WISHES.nbf * 1000, untilMs: (payload.exp ?? 0) * 1000 })
  expect(keyFormat).toBe('pkcs8')
})

it('a token made here passes every check when it is read here', async () => {
  const desk = await openTokenDesk({ privateKey: KEYS.pkcs8 })
  const { token } = await desk.make(WISHES)
  const { kind, checks } = desk.read(`Authorization: Bearer ${token}`)
  expect(kind).toBe('api')
  expect(checks.filter(({ ok }) => ok !== true).map(({ id }) => id)).toEqual(['application-key'])
})

it('a PKCS#1 key signs as well, and is called by its name', async () => {
  const desk = await openTokenDesk({ privateKey: KEYS.pkcs1 })
  const { token, keyFormat } = await desk.make({ ...WISHES, claims: {} })
  expect(keyFormat).toBe('pkcs1')
  expect(verifySignature(token, KEYS.spki)).toBe(true)
  expect(desk.read(token).checks.find(({ id }) => id === 'key-format')?.ok).toBe(false)
})

it.each([
  ['a lifetime of 25 hours', { ttlSeconds: 90_000 }, 'BAD_INPUT'],
  ['a beginning behind the end', { nbf: 9_999_999_999 }, 'BAD_INPUT'],
  ['a claim that is filled in here', { claims: { exp: 1 } }, 'BAD_INPUT'],
])('%s is refused, whoever asks', async (_name, wish, code) => {
  const desk = await openTokenDesk({ privateKey: KEYS.pkcs8 })
  await expect(desk.make({ ...WISHES, ...wish })).rejects.toMatchObject({ explanation: { code } })
})

it('needs a key and an application id', async () => {
  const keyless = await openTokenDesk({})
  await expect(keyless.make(WISHES)).rejects.toMatchObject({ explanation: { code: 'KEY_MISSING' } })
  const nameless = await openTokenDesk({ privateKey: KEYS.pkcs8 }, { applicationId: '' })
  await expect(nameless.make(WISHES)).rejects.toMatchObject({
    explanation: { code: 'APPLICATION_ID_MISSING' },
  })
})

it('holds nothing but what the token says', async () => {
  const desk = await openTokenDesk({ privateKey: KEYS.pkcs8, apiSecret: 'the-api-secret' })
  const made = await desk.make({ ...WISHES, sub: '', acl: null, nbf: null, claims: {} })
  expect(Object.keys(decodeJwt(made.token)).sort()).toEqual(['application_id', 'exp', 'iat', 'jti'])
  const crossing = JSON.stringify([made, desk.read(made.token)])
  expect(crossing).not.toContain('the-api-secret')
  expect(crossing).not.toContain(KEYS.pkcs8.slice(60, 100))
})
