import { readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rsaPair } from '../../support/keys.ts'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import {
  API_SECRET,
  APP,
  ESCAPED_KEY,
  expectNoSecretOutside,
  expectToSign,
  KEY,
  keyFile,
  profileOf,
  SIGNATURE_SECRET,
} from '../../support/signing-profile.ts'

/** Each file with what is expected of it; a path of a key is made when the test runs. */
const FILES: readonly (readonly [string, (path: string) => string, string])[] = [
  ['private.key', () => KEY, 'private-key'],
  [
    '.env',
    () =>
      `VONAGE_APPLICATION_ID=${APP}\nVONAGE_API_KEY=a1b2c3d4\nVONAGE_API_SECRET='${API_SECRET}'\nVONAGE_SIGNATURE_SECRET=${SIGNATURE_SECRET}\nVONAGE_PRIVATE_KEY="${ESCAPED_KEY}"\n`,
    'env',
  ],
  ['.env', (path) => `export VONAGE_APPLICATION_ID=${APP}\r\nVONAGE_PRIVATE_KEY_PATH=${path}\r\n`, 'env'],
  [
    '.vonagerc',
    () =>
      JSON.stringify({
        'api-key': 'a1b2c3d4',
        'api-secret': API_SECRET,
        'app-id': APP,
        'private-key': KEY,
      }),
    'vonagerc',
  ],
  [
    'config.json',
    () => JSON.stringify({ apiKey: 'a1b2c3d4', apiSecret: API_SECRET, appId: APP, privateKey: KEY }),
    'vonagerc',
  ],
  [
    'vonage.config.json',
    () => JSON.stringify({ apiKey: 'a1b2c3d4', apiSecret: API_SECRET }),
    'vonage-config',
  ],
  [
    'vonage_app.json',
    () => JSON.stringify({ application_name: 'Shop', application_id: APP, private_key: KEY }),
    'vonage-app',
  ],
  [
    'vonage_app.json',
    (path) =>
      JSON.stringify({
        API_KEY: 'a1b2c3d4',
        API_SECRET,
        APPLICATION_ID: APP,
        PRIVATE_KEY: path,
        CONFIG_SCHEMA_VERSION: '2023-03-30',
      }),
    'vonage-config-2',
  ],
  ['.nexmorc', () => `[credentials]\napi_key=a1b2c3d4\napi_secret=${API_SECRET}\n`, 'nexmorc'],
  [
    'appsettings.json',
    (path) =>
      JSON.stringify({
        vonage: {
          'Api.Key': 'a1b2c3d4',
          'Api.Secret': API_SECRET,
          'Application.Id': APP,
          'Application.Key': path,
          Security_secret: SIGNATURE_SECRET,
        },
      }),
    'appsettings',
  ],
]

describe('a dropped file of credentials', () => {
  it.each(FILES)('makes a profile that signs: %s (%#)', async (fileName, write, source) => {
    const workbench = await openWorkbench()
    const text = write(keyFile())
    const preview = await workbench.client.readCredentials({ text, fileName })
    expect(preview).toMatchObject({ kind: 'recognised', source })

    const { id } = await workbench.client.importCredentials({ text, into: null, name: 'Imported' })
    // What the file lacks for signing comes from a second one.
    await fillWhatIsMissing(workbench, id)
    await expectToSign(workbench, id)
    await expectNoSecretOutside(workbench)
  })

  it('fills a profile and leaves its other fields', async () => {
    const workbench = await openWorkbench()
    const { client } = workbench
    const { id } = await client.importCredentials({ text: KEY, into: null, name: 'Shop' })
    const text = `VONAGE_API_KEY=a1b2c3d4\nVONAGE_SIGNATURE_SECRET=${SIGNATURE_SECRET}`
    expect(await client.importCredentials({ text, into: id, name: '' })).toEqual({ id })
    expect(await profileOf(workbench, id)).toMatchObject({
      name: 'Shop',
      apiKey: 'a1b2c3d4',
      secrets: {
        privateKey: { state: 'set', hint: 'RSA key' },
        signatureSecret: { state: 'set', hint: '5432' },
        apiSecret: { state: 'not-set' },
      },
    })
  })

  it('is previewed with hints in place of secrets', async () => {
    const { client } = await openWorkbench()
    const text = `VONAGE_API_KEY=a1b2c3d4\nVONAGE_API_SECRET=${API_SECRET}\nVONAGE_PRIVATE_KEY='${KEY}'\nMESSENGER_SENDER_ID=1`
    expect(await client.readCredentials({ text, fileName: '.env' })).toEqual({
      kind: 'recognised',
      source: 'env',
      suggestedName: 'From .env',
      taken: [
        { field: 'apiKey', name: 'VONAGE_API_KEY', shown: { kind: 'value', value: 'a1b2c3d4' } },
        { field: 'apiSecret', name: 'VONAGE_API_SECRET', shown: { kind: 'secret', hint: '9876' } },
        { field: 'privateKey', name: 'VONAGE_PRIVATE_KEY', shown: { kind: 'secret', hint: 'RSA key' } },
      ],
      unused: [{ name: 'MESSENGER_SENDER_ID', why: expect.stringContaining('Page ID') }],
      notes: [],
    })
  })

  it('is left as it was', async () => {
    const { client } = await openWorkbench()
    const path = keyFile()
    const before = statSync(path).mtimeMs
    await client.importCredentials({ text: path, into: null, name: 'By path' })
    expect([readFileSync(path, 'utf8'), statSync(path).mtimeMs]).toEqual([KEY, before])
  })

  it.each([
    ['a path that leads nowhere', '/nowhere/private.key', 'no file can be read'],
    ['a public key', JSON.stringify(rsaPair().spki), 'public key'],
    ['a key that is cut off', JSON.stringify(KEY.slice(0, 300)), 'missing'],
  ])('is taken without its key when that is %s', async (_, key, why) => {
    const workbench = await openWorkbench()
    const text = `VONAGE_API_KEY=a1b2c3d4\nVONAGE_PRIVATE_KEY=${key}`
    const preview = await workbench.client.readCredentials({ text, fileName: null })
    expect(preview).toMatchObject({
      taken: [{ field: 'apiKey' }],
      unused: [{ name: 'VONAGE_PRIVATE_KEY', why: expect.stringContaining(why) }],
    })
    const { id } = await workbench.client.importCredentials({ text, into: null, name: 'No key' })
    expect(await profileOf(workbench, id)).toMatchObject({ secrets: { privateKey: { state: 'not-set' } } })
  })

  it('is not followed along a relative path, even one that leads to a key', async () => {
    const { client } = await openWorkbench()
    const text = `VONAGE_API_KEY=a1b2c3d4\nVONAGE_PRIVATE_KEY=${relative(process.cwd(), keyFile())}`
    expect(await client.readCredentials({ text, fileName: null })).toMatchObject({
      taken: [{ field: 'apiKey' }],
      notes: [expect.stringContaining('relative')],
    })
  })

  it('is refused when it holds nothing for a profile', async () => {
    const workbench = await openWorkbench()
    const { client } = workbench
    const before = await workbench.state()
    for (const text of ['hello', 'MESSENGER_SENDER_ID=1', 'VONAGE_PRIVATE_KEY=./private.key']) {
      await expect(client.importCredentials({ text, into: null, name: 'X' })).rejects.toMatchObject({
        explanation: { code: 'CREDENTIALS_UNKNOWN' },
      })
    }
    await expect(client.importCredentials({ text: KEY, into: null, name: ' ' })).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT' },
    })
    await expect(client.importCredentials({ text: KEY, into: 'simulator', name: '' })).rejects.toMatchObject({
      explanation: { code: 'PROFILE_FIXED' },
    })
    expect((await workbench.state()).profiles).toEqual(before.profiles)
  })

  it('says nothing of a secret when it is too long or broken', async () => {
    const workbench = await openWorkbench()
    const long = `VONAGE_API_SECRET=${API_SECRET}\n${'#'.repeat(100_000)}`
    await expect(workbench.client.readCredentials({ text: long, fileName: null })).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT' },
    })
    const broken = `{"apiSecret": "${API_SECRET}" "apiKey": "${SIGNATURE_SECRET}"`
    expect(await workbench.client.readCredentials({ text: broken, fileName: null })).toMatchObject({
      kind: 'unknown',
    })
    await expectNoSecretOutside(workbench)
  })
})

async function fillWhatIsMissing(workbench: OpenWorkbench, id: string): Promise<void> {
  const { applicationId, secrets } = await profileOf(workbench, id)
  const missing = [
    ...(applicationId === '' ? [`VONAGE_APPLICATION_ID=${APP}`] : []),
    ...(secrets.privateKey.state === 'not-set' ? [`VONAGE_PRIVATE_KEY="${ESCAPED_KEY}"`] : []),
  ]
  if (missing.length > 0)
    await workbench.client.importCredentials({ text: missing.join('\n'), into: id, name: '' })
}
