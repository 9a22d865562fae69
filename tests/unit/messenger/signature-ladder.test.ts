import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignatureInput, SignatureSecret } from '#shared/messenger/signature-facts.ts'
import { verifySignature } from '#shared/messenger/signature-ladder.ts'
import { signatureCrypto } from '../../../electron/vonage/signature-judge.ts'
import { fixtureJson } from '../../support/fixtures.ts'

const NOW_S = 1_715_678_470
const BODY = Buffer.from('{"message_uuid":"m","text":"https://a.example/ é 👋"}')
const OWN: SignatureSecret = { apiKey: 'a1b2c3d4', profileName: 'Shop', secret: 'own-signature-secret' }
const OTHER: SignatureSecret = { apiKey: 'ffff0000', profileName: 'Other', secret: 'other-signature-secret' }
const API: SignatureSecret = { apiKey: 'a1b2c3d4', profileName: 'Shop', secret: 'api-secret' }

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function claims(more: object = {}) {
  return {
    iat: NOW_S - 2,
    jti: 'j-1',
    iss: 'Vonage',
    payload_hash: sha256(BODY),
    api_key: OWN.apiKey,
    ...more,
  }
}
function token({
  header = { alg: 'HS256', typ: 'JWT' } as object,
  body = claims() as unknown,
  secret = OWN.secret,
} = {}) {
  const signed = `${part(header)}.${part(body)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
function verify(authorization: string | null, more: Partial<SignatureInput> = {}) {
  return verifySignature(
    {
      authorization,
      body: BODY,
      receivedAtMs: NOW_S * 1000,
      signatureSecrets: [OTHER, OWN],
      apiSecrets: [API],
      earlierWithSameJti: 0,
      ...more,
    },
    signatureCrypto,
  )
}

describe("a callback signed by Vonage's rules", () => {
  it('passes every rung', () => {
    const { state, checks } = verify(`Bearer ${token()}`)
    expect(state).toBe('valid')
    expect(checks.every(({ ok }) => ok === true)).toBe(true)
  })

  it('passes with the published example', () => {
    type Example = {
      secret: string
      rawBody: string
      claims: { api_key: string }
      headers: { authorization: string }
    }
    const example = fixtureJson<Example>('signed-webhook-example')
    const { state } = verify(example.headers.authorization, {
      body: Buffer.from(example.rawBody),
      signatureSecrets: [{ apiKey: example.claims.api_key, profileName: 'Example', secret: example.secret }],
    })
    expect(state).toBe('valid')
  })

  it('finds the secret by api_key among several accounts, or one without an API key', () => {
    expect(verify(`Bearer ${token()}`, { signatureSecrets: [{ ...OWN, apiKey: '' }] }).state).toBe('valid')
  })
})

describe('each rung fails on its own, with its own cause', () => {
  it.each([
    ['header-present', 'unsigned', null, {}, /unsigned/],
    ['bearer', 'invalid', 'Basic YTpi', {}, /Bearer/],
    ['three-parts', 'invalid', 'Bearer a.b', {}, /cut|not a JWT/],
    ['three-parts', 'invalid', 'Bearer !!.??.x', {}, /cut|not a JWT/],
    ['alg-hs256', 'invalid', `Bearer ${token({ header: { alg: 'none' } })}`, {}, /not signed at all/],
    ['alg-hs256', 'invalid', `Bearer ${token({ header: { alg: 'RS256' } })}`, {}, /application key/],
    [
      'alg-hs256',
      'invalid',
      `Bearer ${token({ header: { alg: 'HS512' } })}`,
      {},
      /always signed with HMAC-SHA256/,
    ],
    ['api-key-known', 'unknown', `Bearer ${token()}`, { signatureSecrets: [OTHER] }, /No profile holds/],
    ['hmac', 'invalid', `Bearer ${token({ secret: 'wrong' })}`, {}, /not the one it was signed with/],
    ['hmac', 'invalid', `Bearer ${token({ secret: API.secret })}`, {}, /API secret of Shop/],
    ['hmac', 'invalid', `Bearer ${token({ secret: OTHER.secret })}`, {}, /signature secret of Other/],
    [
      'payload-hash',
      'invalid',
      `Bearer ${token({ body: claims({ payload_hash: sha256('x') }) })}`,
      {},
      /changed after/,
    ],
    [
      'payload-hash',
      'invalid',
      `Bearer ${token({ body: claims({ payload_hash: undefined }) })}`,
      {},
      /changed after/,
    ],
  ] as const)('%s → %s (%#)', (id, state, authorization, more, why) => {
    const verdict = verify(authorization, more)
    expect(verdict.state).toBe(state)
    const failed = verdict.checks.filter(({ ok, severity }) => ok === false && severity === 'error')
    expect(failed.map((check) => check.id)).toEqual([id])
    expect(failed[0]?.why).toMatch(why)
    expect(failed[0]?.fix).not.toBe('')
    const behind = verdict.checks.slice(verdict.checks.findIndex((check) => check.id === id) + 1)
    expect(behind.every(({ ok }) => ok === null)).toBe(true)
  })
})

describe('warnings do not make it invalid', () => {
  it.each([
    ['iss', token({ body: claims({ iss: 'Me' }) }), 0],
    ['iat-age', token({ body: claims({ iat: NOW_S - 301 }) }), 0],
    ['iat-age', token({ body: claims({ iat: NOW_S + 301 }) }), 0],
    ['iat-age', token({ body: claims({ iat: undefined }) }), 0],
    ['jti-new', token(), 2],
    ['jti-new', token({ body: claims({ jti: undefined }) }), 0],
  ])('%s', (id, value, earlierWithSameJti) => {
    const { state, checks } = verify(`Bearer ${value}`, { earlierWithSameJti })
    expect(state).toBe('valid')
    expect(checks.filter(({ ok }) => ok === false).map((check) => check.id)).toEqual([id])
  })

  it.each([300, -300])('an age of %d s is still fresh', (ageS) => {
    const { checks } = verify(`Bearer ${token({ body: claims({ iat: NOW_S - ageS }) })}`)
    expect(checks.find(({ id }) => id === 'iat-age')?.ok).toBe(true)
  })
})

describe('a body that was written anew on the way', () => {
  const original = '{"message_uuid":"m","url":"https:\\/\\/a.example\\/","text":"\\u00e9"}'
  it.each([
    ['slashes were unescaped', original, JSON.stringify(JSON.parse(original))],
    ['it was indented', '{"a":1,"b":"x"}', '{\n  "a": 1,\n  "b": "x"\n}'],
    ['indentation was removed', '{\n  "a": 1,\n  "b": "x"\n}', '{"a":1,"b":"x"}'],
    ['a line break was added', '{"a":1}', '{"a":1}\n'],
  ])('%s', (_name, signed, received) => {
    const value = token({ body: claims({ payload_hash: sha256(signed) }) })
    const { checks } = verify(`Bearer ${value}`, { body: Buffer.from(received) })
    expect(checks.find(({ id }) => id === 'payload-hash')).toMatchObject({
      ok: false,
      why: expect.stringMatching(/parsed the body and wrote it anew|white space/),
    })
  })
})

it('never throws, whatever the header says', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.uint8Array({ maxLength: 50 }), (header, body) => {
      expect(verify(header, { body }).state).not.toBe('valid')
      expect(verify(`Bearer ${header}`, { body }).state).not.toBe('valid')
    }),
  )
})
