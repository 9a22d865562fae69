import { describe, expect, it } from 'vitest'
import { readToken } from '#shared/messenger/read-token.ts'
import {
  CALLBACK_CLAIMS,
  CALLBACK_HEADER,
  findings,
  hs256,
  NOW,
  rs256,
  surroundings,
  without,
} from '../../support/tokens.ts'

describe('the token of a signed callback', () => {
  it('passes every check', () => {
    const reading = readToken(hs256(CALLBACK_CLAIMS), surroundings())
    expect(reading).toMatchObject({ kind: 'callback', validity: null, comparison: null })
    expect(reading.checks.every(({ ok }) => ok === true)).toBe(true)
    expect(reading.checks.find(({ id }) => id === 'hmac')?.actual).toContain('Shop')
  })

  it.each([
    ['RS256', rs256(CALLBACK_CLAIMS), ['alg-hs256'], /calls the API/],
    [
      'an account of no profile',
      hs256({ ...CALLBACK_CLAIMS, api_key: 'ffffffff' }),
      ['api-key-known'],
      /ffffffff/,
    ],
    ['another secret', hs256(CALLBACK_CLAIMS, CALLBACK_HEADER, 'another'), ['hmac'], /not the one/],
    [
      'the API secret',
      hs256(CALLBACK_CLAIMS, CALLBACK_HEADER, 'the-api-secret'),
      ['hmac'],
      /API secret of Shop/,
    ],
    ['no payload_hash', hs256(without(CALLBACK_CLAIMS, 'payload_hash')), ['payload-hash'], /any body passes/],
    [
      'half a payload_hash',
      hs256({ ...CALLBACK_CLAIMS, payload_hash: 'f133' }),
      ['payload-hash'],
      /any body passes/,
    ],
  ])('%s fails exactly there', (_name, token, failed, why) => {
    const found = findings(token)
    expect(found).toMatchObject({ failed, warned: [] })
    expect(found.of(failed[0] ?? '')?.why).toMatch(why)
  })

  it.each([
    ['no typ', hs256(CALLBACK_CLAIMS, { alg: 'HS256' }), ['typ']],
    ['another issuer', hs256({ ...CALLBACK_CLAIMS, iss: 'me' }), ['iss']],
    ['no iat', hs256(without(CALLBACK_CLAIMS, 'iat')), ['iat']],
    ['an iat to come', hs256({ ...CALLBACK_CLAIMS, iat: NOW + 3600 }), ['iat']],
    ['no jti', hs256(without(CALLBACK_CLAIMS, 'jti')), ['jti']],
  ])('%s is a warning, exactly there', (_name, token, warned) => {
    expect(findings(token)).toMatchObject({ failed: [], warned })
  })
})
