import { describe, expect, it } from 'vitest'
import { readToken } from '#shared/messenger/read-token.ts'
import { rsaPair } from '../../support/keys.ts'
import {
  API_CLAIMS,
  findings,
  type HeldProfile,
  heldProfile,
  hs256,
  NOW,
  rs256,
  surroundings,
  without,
} from '../../support/tokens.ts'

const OTHER_KEY = rsaPair().privateKey

describe('a token for API calls', () => {
  it('passes every check but the one that only Vonage can answer', () => {
    const found = findings(rs256(API_CLAIMS))
    expect(found).toMatchObject({ failed: [], warned: [], unchecked: ['application-key'] })
  })

  it.each([
    ['alg none', rs256(API_CLAIMS, { alg: 'none', typ: 'JWT' }), ['alg'], /not signed/],
    ['HS256', hs256(API_CLAIMS), ['alg'], /shared secret/],
    ['ES256', rs256(API_CLAIMS, { alg: 'ES256', typ: 'JWT' }), ['alg'], /RS256 only/],
    ['no alg', rs256(API_CLAIMS, { typ: 'JWT' }), ['alg'], /RS256/],
    [
      'no application_id',
      rs256(without(API_CLAIMS, 'application_id')),
      ['application-id', 'signature'],
      /public key/,
    ],
    [
      'a number as application_id',
      rs256({ ...API_CLAIMS, application_id: 7 }),
      ['application-id', 'signature'],
      /public key/,
    ],
    ['another key', rs256(API_CLAIMS, undefined, OTHER_KEY), ['signature'], /another key/],
    ['no iat', rs256(without(API_CLAIMS, 'iat')), ['iat'], /requires iat/],
    ['iat as text', rs256({ ...API_CLAIMS, iat: String(NOW) }), ['iat'], /JSON number/],
    ['iat in milliseconds', rs256({ ...API_CLAIMS, iat: NOW * 1000 }), ['iat'], /milliseconds/],
    ['a clock ahead', rs256({ ...API_CLAIMS, iat: NOW + 200, exp: NOW + 800 }), ['iat-future'], /3 m 20 s/],
    ['two days old', rs256({ ...API_CLAIMS, iat: NOW - 172_800, exp: NOW + 60 }), ['iat-age'], /24 hours/],
    ['exp as text', rs256({ ...API_CLAIMS, exp: 'tomorrow' }), ['exp'], /JSON number/],
    ['exp in milliseconds', rs256({ ...API_CLAIMS, exp: NOW * 1000 }), ['exp'], /milliseconds/],
    ['an exp that is over', rs256({ ...API_CLAIMS, iat: NOW - 900, exp: NOW - 20 }), ['expired'], /over/],
    [
      'no exp, 16 minutes old',
      rs256(without({ ...API_CLAIMS, iat: NOW - 960 }, 'exp')),
      ['expired'],
      /15 minutes/,
    ],
    ['an nbf to come', rs256({ ...API_CLAIMS, nbf: NOW + 60 }), ['nbf'], /before that moment/],
    ['nbf in milliseconds', rs256({ ...API_CLAIMS, nbf: NOW * 1000 }), ['nbf'], /milliseconds/],
    ['no jti', rs256(without(API_CLAIMS, 'jti')), ['jti'], /requires jti/],
  ])('%s fails exactly there', (_name, token, failed, why) => {
    const found = findings(token)
    expect(found.failed).toEqual(failed)
    expect(found.of(failed[0] ?? '')).toMatchObject({
      why: expect.stringMatching(why),
      fix: expect.stringMatching(/./),
    })
  })

  it.each([
    ['no typ', rs256(API_CLAIMS, { alg: 'RS256' }), ['typ']],
    [
      'an application of no profile',
      rs256({ ...API_CLAIMS, application_id: 'elsewhere' }, undefined, OTHER_KEY),
      ['application-known'],
    ],
    ['a clock a little ahead', rs256({ ...API_CLAIMS, iat: NOW + 20, exp: NOW + 800 }), ['iat-future']],
    ['no exp, still young', rs256(without(API_CLAIMS, 'exp')), ['exp']],
    ['exp 48 hours after iat', rs256({ ...API_CLAIMS, exp: NOW + 172_800 }), ['lifetime-longest']],
    ['20 seconds to live', rs256({ ...API_CLAIMS, iat: NOW - 5, exp: NOW + 15 }), ['lifetime-shortest']],
    ['a jti that is no UUID', rs256({ ...API_CLAIMS, jti: 'abc' }), ['jti']],
    ['acl as text', rs256({ ...API_CLAIMS, acl: '/*' }), ['acl']],
    ['acl without paths', rs256({ ...API_CLAIMS, acl: { '/*': {} } }), ['acl']],
    [
      'acl with a wrong rule',
      rs256({ ...API_CLAIMS, acl: { paths: { '/*': { methods: 'GET' } } } }),
      ['acl'],
    ],
  ])('%s is a warning, exactly there', (_name, token, warned) => {
    expect(findings(token)).toMatchObject({ failed: [], warned })
  })

  it.each([
    ['exp at the last second of its 24 hours', { ...API_CLAIMS, exp: API_CLAIMS.iat + 86_400 }],
    ['exactly 30 seconds', { ...API_CLAIMS, iat: NOW, exp: NOW + 30 }],
    ['a clock 5 seconds ahead', { ...API_CLAIMS, iat: NOW + 5, exp: NOW + 800 }],
    ['an nbf in the past', { ...API_CLAIMS, nbf: NOW }],
    ['an acl', { ...API_CLAIMS, acl: { paths: { '/*/messages/**': { methods: ['POST'], filters: {} } } } }],
    ['claims of its own', { ...API_CLAIMS, sub: 'Ada', team: [1] }],
  ])('%s is fine', (_name, claims) => {
    expect(findings(rs256(claims))).toMatchObject({ failed: [], warned: [] })
  })

  it('is expired from the second of exp on', () => {
    expect(findings(rs256({ ...API_CLAIMS, exp: NOW })).failed).toEqual(['expired'])
    expect(findings(rs256({ ...API_CLAIMS, exp: NOW + 1 })).failed).toEqual([])
  })

  it('names the profile whose key signed for another application', () => {
    const profiles = [
      heldProfile({ key: OTHER_KEY }),
      heldProfile({ id: 'b', name: 'Blue', applicationId: 'blue' }),
    ]
    const found = findings(rs256(API_CLAIMS), profiles)
    expect(found.failed).toEqual(['signature'])
    expect(found.of('signature')?.why).toBe(
      'It is signed with the key of Blue, but names the application of Shop.',
    )
  })

  it('belongs to the one of several profiles of an application that signed it', () => {
    const profiles = [heldProfile({ id: 'old', name: 'Old key', key: OTHER_KEY }), heldProfile()]
    expect(findings(rs256(API_CLAIMS), profiles)).toMatchObject({ failed: [] })
    expect(findings(rs256(API_CLAIMS), profiles).of('application-known')?.actual).toBe('Shop')
  })

  it('says which tools refuse a PKCS#1 key, and how to convert it', () => {
    const found = findings(rs256(API_CLAIMS), [heldProfile({ keyFormat: 'pkcs1' })])
    expect(found).toMatchObject({ failed: [], warned: ['key-format'] })
    expect(found.of('key-format')?.why).toContain('Python SDK')
    expect(found.of('key-format')?.fix).toContain('openssl pkcs8 -topk8')
  })

  it('does not guess where the profile has no key', () => {
    const found = findings(rs256(API_CLAIMS), [heldProfile({ keyFormat: null, key: null })])
    expect(found).toMatchObject({ failed: [], unchecked: ['signature', 'application-key', 'key-format'] })
    expect(found.of('signature')?.why).toContain('no private key')
  })

  it('offers to ask Vonage as the profile of the application, or as the active one', () => {
    const ask = (token: string, profiles: readonly HeldProfile[]) =>
      readToken(token, surroundings(profiles)).comparison
    const active = heldProfile({ id: 'a', name: 'Active', applicationId: '' })
    expect(ask(rs256(API_CLAIMS), [active, heldProfile()])).toMatchObject({
      profileId: 'shop',
      host: 'api.nexmo.com',
    })
    expect(ask(rs256({ ...API_CLAIMS, application_id: 'x' }), [active])).toMatchObject({
      profileId: 'a',
      applicationId: 'x',
    })
    expect(ask(rs256(API_CLAIMS), [heldProfile({ applicationApi: null, isSimulator: true })])).toBeNull()
    const poor = heldProfile({ applicationApi: { host: 'api.nexmo.com', hasAccount: false } })
    expect(ask(rs256(API_CLAIMS), [poor])).toBeNull()
    expect(findings(rs256(API_CLAIMS), [poor]).of('application-key')?.fix).toContain('Settings')
  })

  it('of the simulator needs nobody to be asked', () => {
    const found = findings(rs256(API_CLAIMS), [heldProfile({ applicationApi: null, isSimulator: true })])
    expect(found).toMatchObject({ failed: [], warned: [], unchecked: [] })
  })

  it('is good from nbf on, until the earliest of its ends', () => {
    const validity = (claims: object) => readToken(rs256(claims), surroundings()).validity
    const { iat } = API_CLAIMS
    expect(validity(API_CLAIMS)).toEqual({ fromMs: null, untilMs: API_CLAIMS.exp * 1000 })
    expect(validity({ ...API_CLAIMS, exp: iat + 90_000 })?.untilMs).toBe((iat + 86_400) * 1000)
    expect(validity({ ...without(API_CLAIMS, 'exp'), nbf: iat + 1 })).toEqual({
      fromMs: (iat + 1) * 1000,
      untilMs: (iat + 900) * 1000,
    })
    expect(validity({ application_id: 'x' })).toEqual({ fromMs: null, untilMs: null })
  })
})
