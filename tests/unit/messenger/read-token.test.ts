import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readToken } from '#shared/messenger/read-token.ts'
import { TokenReading } from '#shared/token.ts'
import { rsaPair } from '../../support/keys.ts'
import { API_CLAIMS, hs256, rs256, surroundings } from '../../support/tokens.ts'

describe('anything else', () => {
  it.each([
    ['nothing', '', /begins like a JWT/],
    [
      'a placeholder',
      'curl -H "Authorization: Bearer $JWT" https://api.nexmo.com/v1/messages',
      /begins like a JWT/,
    ],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----', /not a token/],
    ['two parts', rs256(API_CLAIMS).split('.').slice(0, 2).join('.'), /cut off/],
    ['a damaged claim', 'eyJhbGciOiJSUzI1NiJ9.eyJpYXQ.c2ln', /cut off or changed/],
    ['an encrypted token', `${rs256(API_CLAIMS)}.aaaa.bbbb`, /encrypted/],
  ])('%s is no token, and the reason is said', (_name, text, why) => {
    const reading = readToken(text, surroundings())
    expect(reading).toMatchObject({ kind: 'none', header: [], claims: [] })
    expect(reading.checks[0]).toMatchObject({ id: 'three-parts', ok: false, why: expect.stringMatching(why) })
    expect(reading.checks.slice(1).every(({ ok }) => ok === null)).toBe(true)
  })

  it('never repeats a private key that was pasted', () => {
    const { pkcs8 } = rsaPair()
    const text = JSON.stringify(readToken(pkcs8, surroundings()))
    for (const line of pkcs8.split('\n').slice(1, -2)) expect(text).not.toContain(line)
  })

  it('a JWT of somebody else is read and judged as a token for API calls', () => {
    const reading = readToken(hs256({ sub: 'user', admin: true }), surroundings())
    expect(reading.kind).toBe('other')
    expect(reading.claims.map(({ name }) => name)).toEqual(['sub', 'admin'])
    expect(reading.checks.find(({ id }) => id === 'alg')?.ok).toBe(false)
  })

  it('is read without an error, whatever it is', () => {
    const isReading = (text: string): void => {
      TokenReading.parse(readToken(text, surroundings()))
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), isReading))
    const claim = fc.constantFrom(
      'iat',
      'exp',
      'nbf',
      'jti',
      'acl',
      'application_id',
      'api_key',
      'payload_hash',
      'iss',
      '__proto__',
    )
    const claims = fc.dictionary(
      fc.oneof(claim, fc.string()),
      fc.oneof(fc.jsonValue(), fc.double(), fc.maxSafeInteger()),
    )
    const header = fc.record({
      alg: fc.oneof(fc.constantFrom('RS256', 'HS256', 'none'), fc.jsonValue()),
      typ: fc.jsonValue(),
    })
    fc.assert(
      fc.property(header, fc.oneof(claims, fc.jsonValue()), fc.boolean(), (head, body, isRsa) =>
        isReading(isRsa ? rs256(body, head) : hs256(body, head)),
      ),
      { numRuns: 300 },
    )
  })

  it('reads claims nested too deeply to be written out again', () => {
    const deep = `{"acl":${'['.repeat(6000)}${']'.repeat(6000)},"application_id":"x"}`
    expect(readToken(rs256(deep), surroundings()).kind).toBe('api')
  })
})
