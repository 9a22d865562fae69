import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findToken } from '#shared/messenger/find-token.ts'
import { API_CLAIMS, CALLBACK_CLAIMS, hs256, rs256 } from '../../support/tokens.ts'

const TOKENS = {
  API: rs256(API_CLAIMS),
  callback: hs256(CALLBACK_CLAIMS),
  'spaced header': rs256(API_CLAIMS, '{ "alg": "RS256" }'),
}

/** As mail programs and terminals break long lines. */
function wrapped(text: string, width: number, indent = ''): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(`\n${indent}`)
}

const AROUND: readonly (readonly [string, (token: string) => string])[] = [
  ['nothing', (token) => token],
  ['spaces and line ends', (token) => `  ${token}\r\n\n`],
  ['Bearer', (token) => `Bearer ${token}`],
  ['a header', (token) => `Authorization: Bearer ${token}`],
  ['a header in lower case', (token) => `authorization:bearer ${token}`],
  [
    'headers below',
    (token) => `Authorization: Bearer ${token}\nContent-Type: application/json\nHost: api.nexmo.com`,
  ],
  ['quotes', (token) => `"${token}"`],
  ['typographic quotes', (token) => `“${token}”`],
  ['export', (token) => `export JWT='${token}'`],
  ['a .env line', (token) => `VONAGE_JWT=${token}\nPORT=3000`],
  ['JSON', (token) => `{"token":"${token}","expires_in":900}`],
  ['an address', (token) => `https://example.com/login?jwt=${token}&next=/home`],
  [
    'curl',
    (token) =>
      `curl -X POST https://api.nexmo.com/v1/messages \\\n  -H 'Authorization: Bearer ${token}' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{"from":"1.2.3"}'`,
  ],
  ['curl without quotes', (token) => `curl https://api.nexmo.com/v1/messages --oauth2-bearer ${token}\n`],
  ['a sentence', (token) => `My token is ${token}. Why is it refused?`],
  ['a word below', (token) => `${token}\nThanks`],
  ['line breaks', (token) => wrapped(token, 76)],
  ['line breaks and indentation', (token) => wrapped(token, 60, '    ')],
  ['line breaks in a header', (token) => wrapped(`Authorization: Bearer ${token}`, 72)],
  ['Windows line breaks in quotes', (token) => `"${wrapped(token, 64).replaceAll('\n', '\r\n')}"`],
  ['quoted mail', (token) => `> ${wrapped(token, 70, '> ')}`],
]

describe.each(Object.entries(TOKENS))('the %s token', (_kind, token) => {
  it.each(AROUND)('is found inside %s', (_name, around) => {
    expect(findToken(around(token))?.token).toBe(token)
  })
})

it('says what was taken off', () => {
  const token = TOKENS.API
  expect(findToken(token)?.notes).toEqual([])
  expect(findToken(` ${token}\n`)?.notes).toEqual([])
  expect(findToken(`curl -H "Authorization: Bearer ${token}" https://x`)?.notes).toEqual([
    'It was taken out of the curl command.',
  ])
  expect(findToken(`Bearer ${token}`)?.notes).toEqual(['It was taken out of the Authorization header.'])
  expect(findToken(`"${token}"`)?.notes).toEqual(['The text around it was left out.'])
  expect(findToken(wrapped(token, 70))?.notes).toEqual(['The line breaks inside it were taken out.'])
})

it('hands back what is left of a damaged token, so that it can be explained', () => {
  const [header = '', claims = ''] = TOKENS.API.split('.')
  expect(findToken(`Bearer ${header}`)?.token).toBe(header)
  expect(findToken(`Bearer ${header}.${claims}`)?.token).toBe(`${header}.${claims}`)
})

it.each([
  '',
  'hello',
  'https://developer.vonage.com/en/messages/overview.html',
  '$JWT',
  'a.b.c',
  'keyx.keyx.keyx',
])('finds nothing in %j', (text) => expect(findToken(text)).toBeNull())

it('finds a token between any two texts that do not touch it', () => {
  const aside = fc.string({ maxLength: 60 }).filter((text) => !text.includes('e'))
  fc.assert(
    fc.property(aside, aside, (before, after) => {
      expect(findToken(`${before} ${TOKENS.API} ${after}`)?.token).toBe(TOKENS.API)
    }),
  )
})

it('stays quick on long texts that begin like tokens over and over', () => {
  expect(findToken('ey'.repeat(100_000))).toBeNull()
  expect(findToken('eyJ.'.repeat(50_000))).not.toBeNull()
})
