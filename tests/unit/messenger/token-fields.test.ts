import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newTokenFields, readTokenFields, type TokenFields } from '#shared/messenger/token-fields.ts'
import { TokenRequest } from '#shared/token.ts'
import { NOW, NOW_MS } from '../../support/tokens.ts'

function read(change: Partial<TokenFields>) {
  return readTokenFields({ ...newTokenFields, profileId: 'shop', ...change }, NOW_MS)
}

it('starts as a token of 15 minutes with nothing extra', () => {
  expect(read({}).request).toEqual({
    profileId: 'shop',
    ttlSeconds: 900,
    sub: '',
    acl: null,
    nbf: null,
    claims: {},
  })
})

describe('the lifetime', () => {
  it.each([
    ['15 m', 900],
    ['15m', 900],
    ['90', 90],
    ['90 s', 90],
    ['2 hours', 7200],
    ['24 h', 86_400],
    ['1 d', 86_400],
    [' 30 sec ', 30],
  ])('%j is %i seconds', (lifetime, ttlSeconds) => {
    expect(read({ lifetime }).request?.ttlSeconds).toBe(ttlSeconds)
  })

  it.each([
    ['', 'Write a time'],
    ['soon', 'Write a time'],
    ['1.5 h', 'Write a time'],
    ['-5 m', 'Write a time'],
    ['1 month', 'Write a time'],
    ['29', '30 seconds to 24 hours'],
    ['25 h', '30 seconds to 24 hours'],
  ])('%j cannot be had', (lifetime, text) => {
    const { request, notes } = read({ lifetime })
    expect(request).toBeNull()
    expect(notes.lifetime).toMatchObject({ tone: 'bad', text: expect.stringContaining(text) })
  })
})

describe('nbf', () => {
  it.each([
    [String(NOW + 60), NOW + 60],
    ['2026-01-02T03:05:00Z', NOW + 55],
    ['2026-01-02 04:05:00 +01:00', NOW + 55],
    ['2026-01-02T03:05Z', NOW + 55],
  ])('%j is a moment', (notBefore, nbf) => expect(read({ notBefore }).request?.nbf).toBe(nbf))

  it('is local time without a zone', () => {
    const local = new Date(2026, 0, 1, 12, 0).getTime() / 1000
    expect(read({ notBefore: '2026-01-01 12:00' }).request?.nbf).toBe(local)
  })

  it.each([
    ['tomorrow', 'Unix seconds'],
    ['2026-13-45T00:00Z', 'Unix seconds'],
    [String(NOW_MS), 'milliseconds'],
    [String(NOW + 900), 'would end when it begins'],
    [String(NOW + 960), 'would end 1 m 00 s before it begins'],
  ])('%j cannot be had', (notBefore, text) => {
    const { request, notes } = read({ notBefore })
    expect(request).toBeNull()
    expect(notes.notBefore).toMatchObject({ tone: 'bad', text: expect.stringContaining(text) })
  })
})

describe('acl and further claims', () => {
  it('are taken as JSON objects', () => {
    const acl = { paths: { '/*/messages/**': { methods: ['POST'] } } }
    const claims = { team: 'shop', level: 3, nested: { a: [null] } }
    expect(read({ acl: JSON.stringify(acl), claims: JSON.stringify(claims) }).request).toMatchObject({
      acl,
      claims,
    })
  })

  it.each([
    '[1]',
    '"text"',
    '7',
    'null',
    '{oops',
    '{"a":12345678901234567890}',
    `{"a":"${'x'.repeat(8000)}"}`,
  ])('cannot be %s', (text) => {
    expect(read({ acl: text })).toMatchObject({ request: null, notes: { acl: { tone: 'bad' } } })
    expect(read({ claims: text })).toMatchObject({ request: null, notes: { claims: { tone: 'bad' } } })
  })

  it('an unusual acl is put in, with a warning', () => {
    expect(read({ acl: '{"paths":{"v1":{}}}' })).toMatchObject({
      request: { acl: { paths: { v1: {} } } },
      notes: { acl: { tone: 'warn', text: expect.stringContaining('does not begin with a slash') } },
    })
  })

  it.each(['application_id', 'iat', 'exp', 'jti', 'nbf', 'sub', 'acl'])(
    '%s is filled in elsewhere',
    (name) => {
      const { request, notes } = read({ claims: JSON.stringify({ [name]: 1 }) })
      expect(request).toBeNull()
      expect(notes.claims?.text).toMatch(new RegExp(`^Leave out ${name}: .+\\.$`))
    },
  )
})

it('reads any text without an error, and hands on only what the contract takes', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.constant(''))
  fc.assert(
    fc.property(text, text, text, text, text, (lifetime, sub, notBefore, acl, claims) => {
      const { request } = read({ lifetime, sub, notBefore, acl, claims })
      if (request !== null) TokenRequest.parse(request)
    }),
  )
})
