import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CredentialsReading, readCredentials } from '#shared/messenger/read-credentials.ts'
import { rsaPair } from '../../support/keys.ts'

const { pkcs8, spki } = rsaPair()
const ESCAPED = pkcs8.trim().replaceAll('\n', '\\n')
const APP = '0f5b5d4c-7d1c-4b5a-9d47-5d7f4c6a1b2e'

function read(text: string) {
  const reading = readCredentials(text)
  if (reading.source === 'unknown') throw new Error(`not recognised: ${reading.why}`)
  return reading
}

function why(reading: CredentialsReading): string {
  return reading.source === 'unknown' ? reading.why : `recognised as ${reading.source}`
}

const ACCOUNT = { apiKey: 'a1b2c3d4', apiSecret: 'api-secret-1234' }
const keyText = { kind: 'text', value: pkcs8.trim() }

describe('a file of credentials', () => {
  it.each([
    ['private.key', pkcs8, 'private-key', { privateKey: { kind: 'text', value: pkcs8.trim() } }],
    [
      'the path of a key',
      '~/keys/private.key',
      'private-key',
      { privateKey: { kind: 'path', value: '~/keys/private.key' } },
    ],
    [
      '.env',
      `# Vonage\nVONAGE_API_KEY=a1b2c3d4\nVONAGE_API_SECRET="api-secret-1234"\nVONAGE_APPLICATION_ID='${APP}'\nVONAGE_SIGNATURE_SECRET=sig-secret-1234 # of the account\nVONAGE_PRIVATE_KEY="${ESCAPED}"\n`,
      'env',
      { ...ACCOUNT, applicationId: APP, signatureSecret: 'sig-secret-1234', privateKey: keyText },
    ],
    [
      'exports with Windows line ends',
      `\uFEFFexport NEXMO_API_KEY = a1b2c3d4\r\n  export NEXMO_API_SECRET = "api-secret-1234"\r\n`,
      'env',
      ACCOUNT,
    ],
    ['Laravel', 'VONAGE_KEY=a1b2c3d4\nVONAGE_SECRET=api-secret-1234', 'env', ACCOUNT],
    [
      'a compose file',
      'environment:\n  VONAGE_API_KEY: a1b2c3d4\n  VONAGE_API_SECRET: "api-secret-1234"',
      'env',
      ACCOUNT,
    ],
    [
      'variables as JSON',
      '{"VONAGE_API_KEY":"a1b2c3d4","VONAGE_API_SECRET":"api-secret-1234"}',
      'env',
      ACCOUNT,
    ],
    [
      '.vonagerc of auth set',
      JSON.stringify({
        'api-key': 'a1b2c3d4',
        'api-secret': 'api-secret-1234',
        'app-id': APP,
        'private-key': pkcs8,
      }),
      'vonagerc',
      { ...ACCOUNT, applicationId: APP, privateKey: keyText },
    ],
    [
      '.vonagerc of apps init',
      JSON.stringify({ ...ACCOUNT, appId: APP, privateKey: pkcs8, source: 'x' }),
      'vonagerc',
      { ...ACCOUNT, applicationId: APP, privateKey: keyText },
    ],
    ['vonage.config.json of CLI 1.x', JSON.stringify(ACCOUNT), 'vonage-config', ACCOUNT],
    [
      'vonage_app.json of CLI 1.x',
      JSON.stringify({ application_name: 'Shop', application_id: APP, private_key: pkcs8 }),
      'vonage-app',
      { applicationId: APP, privateKey: keyText },
    ],
    [
      'vonage_app.json of CLI 2.x',
      JSON.stringify({
        CONFIG_SCHEMA_VERSION: '2023-03-30',
        API_KEY: 'a1b2c3d4',
        API_SECRET: 'api-secret-1234',
        APPLICATION_ID: APP,
        PRIVATE_KEY: './shop.key',
      }),
      'vonage-config-2',
      { ...ACCOUNT, applicationId: APP, privateKey: { kind: 'path', value: './shop.key' } },
    ],
    [
      '.nexmorc',
      '; nexmo-cli\n[credentials]\napi_key=a1b2c3d4\r\napi_secret = "api-secret-1234"\n',
      'nexmorc',
      ACCOUNT,
    ],
    [
      'appsettings.json',
      `{ // development\n  "Logging": { "Level": "a // b, }" },\n  "Vonage": { "Api.Key": "a1b2c3d4", "Api.Secret": "api-secret-1234", "Application.Id": "${APP}", "Application.Key": "C:\\\\keys\\\\private.key", "Security_secret": "sig-secret-1234", },\n}`,
      'appsettings',
      {
        ...ACCOUNT,
        applicationId: APP,
        signatureSecret: 'sig-secret-1234',
        privateKey: { kind: 'path', value: 'C:\\keys\\private.key' },
      },
    ],
  ] as const)('is recognised by its content: %s', (_, text, source, found) => {
    expect(read(text)).toMatchObject({ source })
    expect(read(text).found).toEqual(found)
  })

  it.each([
    ['in double quotes over several lines', `VONAGE_PRIVATE_KEY="${pkcs8}"`],
    [
      'in single quotes over several lines',
      `VONAGE_PRIVATE_KEY='${pkcs8.replaceAll('\n', '\r\n')}'\r\nOTHER=1`,
    ],
    ['with literal \\n in double quotes', `VONAGE_PRIVATE_KEY="${ESCAPED}"`],
    ['with literal \\n without quotes', `VONAGE_PRIVATE_KEY=${ESCAPED}`],
    ['as base64 of the whole file', `VONAGE_PRIVATE_KEY=${Buffer.from(pkcs8).toString('base64')}`],
    ['under the name for its content', `VONAGE_PRIVATE_KEY_CONTENTS="${pkcs8}"`],
    ['under a name for a path', `VONAGE_APPLICATION_PRIVATE_KEY_PATH="${pkcs8}"`],
  ])('gives a key %s as text', (_, text) => {
    expect(read(text).found.privateKey?.kind).toBe('text')
  })

  it.each([
    './private.key',
    'keys/shop',
    '/etc/vonage/key',
    '~/private.key',
    'private.key',
    'C:\\keys\\vonage',
  ])('gives the path %s as a path', (path) => {
    expect(read(`VONAGE_PRIVATE_KEY=${path}`).found.privateKey).toEqual({ kind: 'path', value: path })
  })

  it('takes any text under a name for a path as a path', () => {
    expect(read('VONAGE_PRIVATE_KEY_PATH=shopkey').found.privateKey).toEqual({
      kind: 'path',
      value: 'shopkey',
    })
  })

  it('says that a relative path cannot be followed', () => {
    expect(read('VONAGE_PRIVATE_KEY=./private.key').notes.join()).toContain('relative')
    expect(read('VONAGE_PRIVATE_KEY=/a/private.key').notes.join()).not.toContain('relative')
  })

  it('says that a key without quotes is read by few programs', () => {
    const reading = read(`VONAGE_PRIVATE_KEY=${pkcs8}VONAGE_API_KEY=a1b2c3d4`)
    expect(reading.found).toMatchObject({ privateKey: keyText, apiKey: 'a1b2c3d4' })
    expect(reading.notes.join()).toContain('not in quotes')
  })

  it('says that an application id is none', () => {
    expect(read('VONAGE_APPLICATION_ID=a1b2c3d4').notes.join()).toContain('application id')
  })

  it('names what it knows and has no use for, without its value', () => {
    const { found, unused } = read(
      'MESSENGER_SENDER_ID=1111\nFB_RECIPIENT_ID=2222\nMESSAGES_API_URL=https://x\nVONAGE_SIGNATURE_METHOD=md5\nVONAGE_BRAND=Shop\nOTHER=1',
    )
    expect(found).toEqual({})
    expect(unused.map(({ name }) => name)).toEqual([
      'MESSENGER_SENDER_ID',
      'FB_RECIPIENT_ID',
      'MESSAGES_API_URL',
      'VONAGE_SIGNATURE_METHOD',
      'VONAGE_BRAND',
    ])
    expect(JSON.stringify(unused)).not.toMatch(/1111|2222|Shop/)
  })

  it('prefers VONAGE_ to NEXMO_ and lists the other', () => {
    const { found, names, unused } = read('NEXMO_API_KEY=old\nVONAGE_API_KEY=new')
    expect([found.apiKey, names.apiKey]).toEqual(['new', 'VONAGE_API_KEY'])
    expect(unused).toEqual([{ name: 'NEXMO_API_KEY', why: expect.stringContaining('VONAGE_API_KEY') }])
  })

  it('leaves out what is empty or refers to another variable', () => {
    const { found, unused } = read('VONAGE_API_KEY=\nVONAGE_API_SECRET=$SECRET\nNEXMO_API_KEY=old')
    expect(found).toEqual({ apiKey: 'old' })
    expect(unused.map(({ name }) => name)).toEqual(['VONAGE_API_KEY', 'VONAGE_API_SECRET'])
  })

  it('takes the last of two values of one name, as dotenv does', () => {
    expect(read('VONAGE_API_KEY=one\nVONAGE_API_KEY=two').found.apiKey).toBe('two')
  })

  it('offers the name of the application', () => {
    expect(read(`{"application_name":"Shop","application_id":"${APP}"}`).applicationName).toBe('Shop')
  })
})

describe('a text that is no file of credentials', () => {
  it.each([
    ['nothing', ' \n', 'empty'],
    ['prose', 'Hello there', 'not recognised'],
    ['another .env', 'DATABASE_URL=postgres://x', 'none is named'],
    ['other JSON', '{"name":"x"}', 'no member'],
    ['broken JSON', '{"apiSecret": "topsecret" "x"', 'not complete'],
    ['a public key', spki, 'public key'],
    ['half a key', pkcs8.slice(0, 400), 'missing'],
    ['other INI', '[core]\nname = x', 'none is named'],
  ])('says why: %s', (_, text, part) => {
    const reading = readCredentials(text)
    expect(reading.source).toBe('unknown')
    expect(why(reading)).toContain(part)
    expect(why(reading)).not.toContain('topsecret')
  })
})

describe('any text', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'VONAGE_API_KEY',
      'VONAGE_PRIVATE_KEY',
      '=',
      ' : ',
      '"',
      "'",
      '`',
      '\\',
      '\\n',
      '\n',
      '\r\n',
      '#',
      'export ',
      '{',
      '}',
      '[credentials]',
      'api_key',
      '"vonage":',
      ',',
      '//',
      '/*',
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----',
      '__proto__',
      '$',
      '~/',
    ),
  )

  it('is read without an error', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(readCredentials(parts.join('')).source).toBeTypeOf('string')
      }),
      { numRuns: 2_000 },
    )
  })

  it('that is JSON is read without an error', () => {
    const names = fc.constantFrom(
      'vonage',
      'apiKey',
      'API_KEY',
      'application_id',
      'app-id',
      'VONAGE_KEY',
      '__proto__',
    )
    const json = fc.dictionary(names, fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())))
    fc.assert(fc.property(json, (value) => void readCredentials(JSON.stringify(value))))
  })

  it('never shows a value outside of what was found', () => {
    const value = fc.stringMatching(/^[a-z]{12,20}$/)
    const file = fc.constantFrom(
      (secret: string) =>
        `VONAGE_API_SECRET=${secret}\nMESSENGER_SENDER_ID=${secret}\nVONAGE_OTHER='${secret}'`,
      (secret: string) => `{"apiSecret":"${secret}","apiKey":${secret}}`,
      (secret: string) => `{"api-secret":"${secret}","private-key":"${secret}"}`,
      (secret: string) => `[credentials]\napi_secret=${secret}`,
      (secret: string) => `SOMETHING=${secret}`,
    )
    fc.assert(
      fc.property(value, file, (secret, write) => {
        const reading = readCredentials(write(secret))
        const rest = reading.source === 'unknown' ? reading : { ...reading, found: undefined }
        expect(JSON.stringify(rest)).not.toContain(secret)
      }),
    )
  })
})
