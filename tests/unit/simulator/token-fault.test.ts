import { expect, it } from 'vitest'
import { tokenFault } from '#electron/simulator/token-fault.ts'

const APPLICATION = '78d335fa-323d-4114-9c3d-d6f0d48968cf'
const NOW = 1_800_000_000
const good = { application_id: APPLICATION, iat: NOW, jti: 'a', exp: NOW + 900 }
const HOUR = 3600

it.each<[string, Readonly<Record<string, unknown>>, RegExp | null]>([
  ['as made here', {}, null],
  ['without exp, 14 minutes old', { exp: undefined, iat: NOW - 14 * 60 }, null],
  ['without exp, 16 minutes old', { exp: undefined, iat: NOW - 16 * 60 }, /15 minutes/],
  ['expired', { iat: NOW - 1000, exp: NOW - 100 }, /expired/],
  ['expiring now', { iat: NOW - 900, exp: NOW }, /expired/],
  ['with an exp that is no number', { exp: 'soon' }, /expired/],
  ['23 hours old with a later exp', { iat: NOW - 23 * HOUR, exp: NOW + 48 * HOUR }, null],
  ['25 hours old with a later exp', { iat: NOW - 25 * HOUR, exp: NOW + 48 * HOUR }, /24 hours/],
  ['from a clock 3 s ahead', { iat: NOW + 3 }, null],
  ['from a clock a minute ahead', { iat: NOW + 60 }, /future/],
  ['not valid yet', { nbf: NOW + 60 }, /nbf/],
  ['valid since a minute', { nbf: NOW - 60 }, null],
  ['without iat', { iat: undefined }, /no iat/],
  ['without jti', { jti: undefined }, /no jti/],
  ['of another application', { application_id: 'other' }, /application_id/],
  ['without application', { application_id: undefined }, /application_id/],
])('a token %s', (_, claims, fault) => {
  const given = Object.fromEntries(
    Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined),
  )
  const found = tokenFault(given, APPLICATION, NOW * 1000)
  if (fault === null) expect(found).toBeNull()
  else expect(found).toMatch(fault)
})
