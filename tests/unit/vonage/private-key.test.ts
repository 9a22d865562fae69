import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPrivateKey, publicKeyPemOf } from '#electron/vonage/private-key.ts'
import type { KeyFault } from '#shared/messenger/key-fault.ts'
import { diagnosePrivateKey } from '#shared/messenger/private-key.ts'
import { rsaPair } from '../../support/keys.ts'

const { pkcs8, pkcs1, spki, privateKey } = rsaPair()
const short = rsaPair(1024)
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
const ecPkcs8 = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const ecSec1 = ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString()
const pssPkcs8 = pss.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const encrypted = privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' })
  .toString()
const encryptedPkcs1 = privateKey
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' })
  .toString()
const lines = pkcs8.trim().split('\n')
const oneBase64 = lines.slice(1, -1).join('')
const base64Of = (pem: string) => pem.replace(/-----[A-Z ]+-----|\s/g, '')
const certificate = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBszCCAVmgAwIBAgIUQ0examplexamplexamplewDQYJKoZIhvcNAQELBQAw',
  '-----END CERTIFICATE-----',
].join('\n')

describe('a key that can be used', () => {
  it.each<[string, string, readonly RegExp[]]>([
    ['PKCS#8 as handed out', pkcs8, []],
    ['Windows line ends', pkcs8.replaceAll('\n', '\r\n'), []],
    ['a byte order mark', `\uFEFF${pkcs8}`, []],
    ['no last newline', pkcs8.trimEnd(), []],
    ['blank lines around it', `\n\n ${pkcs8}\n\n`, []],
    ['literal \\n', pkcs8.replaceAll('\n', '\\n'), [/Literal/]],
    ['literal \\r\\n', pkcs8.replaceAll('\n', '\\r\\n'), [/Literal/]],
    ['quotes around it', `"${pkcs8.trim()}"`, [/Quotes/]],
    ['a line of a .env file', `VONAGE_PRIVATE_KEY="${pkcs8.replaceAll('\n', '\\n')}"`, [/Literal/, /Quotes/]],
    ['a JSON file', JSON.stringify({ private_key: pkcs8 }), [/Literal/, /Quotes/]],
    ['indented lines', lines.map((line) => `    ${line}`).join('\n'), [/Spaces/]],
    ['trailing spaces', lines.map((line) => `${line}  `).join('\n'), [/Spaces/]],
    ['one line with spaces', lines.join(' '), [/one line/]],
    ['a bag of things before it', `Bag Attributes\n  x: 1\n${pkcs8}`, [/Quotes or other/]],
    ['its public key beside it', `${spki}${pkcs8}`, [/Quotes or other/]],
    ['base64 without PEM lines', oneBase64, [/BEGIN and END lines were added/]],
    ['base64 in lines', lines.slice(1, -1).join('\n'), [/BEGIN and END lines were added/]],
    ['base64 of the PEM', Buffer.from(pkcs8).toString('base64'), [/base64 around/]],
    ['the PKCS#1 header on PKCS#8', pkcs8.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY'), [/BEGIN and END/]],
  ])('%s', (_, text, repairs) => {
    const loaded = loadPrivateKey(text)
    expect(loaded).toMatchObject({ ok: true, pem: pkcs8, format: 'pkcs8', bits: 2048 })
    if (!loaded.ok) return
    expect(loaded.repairs).toEqual(repairs.map((repair) => expect.stringMatching(repair)))
    expect(publicKeyPemOf(loaded.key)).toBe(spki)
  })

  it.each([
    ['PKCS#1', pkcs1],
    ['PKCS#1 without PEM lines', base64Of(pkcs1)],
  ])('%s', (_, text) => {
    expect(loadPrivateKey(text)).toMatchObject({ ok: true, pem: pkcs1, format: 'pkcs1' })
  })
})

describe('a text that cannot be used', () => {
  it.each<[string, string, KeyFault]>([
    ['nothing', ' \n ', 'empty'],
    ['a sentence', 'my key is secret', 'not-a-key'],
    ['an API secret', 'aB3dE5fG7hJ9kL1m', 'not-a-key'],
    ['a token', 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln', 'not-a-key'],
    ['another kind of PEM', '-----BEGIN PGP MESSAGE-----\nx\n-----END PGP MESSAGE-----', 'not-a-key'],
    ['a path', './private.key', 'file-path'],
    ['a path in the home folder', '~/vonage/private.key', 'file-path'],
    ['a Windows path', '"C:\\Users\\amara\\private.key"', 'file-path'],
    ['a file name', 'private.key', 'file-path'],
    ['a public key', spki, 'public-key'],
    ['a public key without PEM lines', base64Of(spki), 'public-key'],
    ['a public key of SSH', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ amara@host', 'public-key'],
    ['a certificate', certificate, 'certificate'],
    ['an encrypted key', encrypted, 'encrypted'],
    ['an encrypted PKCS#1 key', encryptedPkcs1, 'encrypted'],
    ['an encrypted key without PEM lines', base64Of(encrypted), 'encrypted'],
    [
      'a key of SSH',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----',
      'openssh',
    ],
    ['an EC key', ecSec1, 'not-rsa'],
    ['an EC key in PKCS#8', ecPkcs8, 'not-rsa'],
    ['an RSA-PSS key', pssPkcs8, 'not-rsa'],
    ['1024 bits', short.pkcs8, 'too-short'],
    ['the first lines only', lines.slice(0, 9).join('\n'), 'truncated'],
    ['the last lines only', lines.slice(9).join('\n'), 'truncated'],
    ['a line lost in the middle', lines.toSpliced(5, 1).join('\n'), 'truncated'],
    ['nothing between the lines', [lines[0], lines.at(-1)].join('\n'), 'truncated'],
    ['cut base64', oneBase64.slice(0, 800), 'truncated'],
    [
      'a strange character inside',
      pkcs8.replace(oneBase64.slice(0, 20), `${oneBase64.slice(0, 19)}*`),
      'damaged',
    ],
    ['other bytes inside', pkcs8.replace(oneBase64.slice(4, 30), 'A'.repeat(26)), 'damaged'],
    ['changed digits', scrambled(), 'damaged'],
  ])('%s', (_, text, fault) => {
    const loaded = loadPrivateKey(text)
    expect(loaded.ok ? null : loaded.explanation).toMatchObject({
      code: 'KEY_UNUSABLE',
      why: expect.stringMatching(SAYS[fault]),
    })
  })

  it('is never repeated in the explanation', () => {
    for (const text of [encrypted, ecPkcs8, short.pkcs8, lines.slice(0, 9).join('\n'), scrambled()]) {
      const said = JSON.stringify(loadPrivateKey(text))
      for (const line of text.split('\n').slice(1, -2)) expect(said).not.toContain(line.slice(0, 20))
    }
  })
})

const SAYS: Readonly<Record<KeyFault, RegExp>> = {
  empty: /empty/,
  'not-a-key': /not a private key/,
  'file-path': /path of a file/,
  'public-key': /public key\. It can check/,
  certificate: /certificate/,
  encrypted: /passphrase/,
  openssh: /SSH/,
  'not-rsa': /not an RSA key/,
  'too-short': /2048 bits/,
  truncated: /cut off/,
  damaged: /damaged/,
}

describe('the diagnosis', () => {
  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '-----BEGIN ',
        'PRIVATE KEY',
        '-----',
        '-----END ',
        '\n',
        '\\n',
        'LS0tLS1CRUdJTi',
        '"',
        oneBase64,
      ),
      fc.base64String(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => void diagnosePrivateKey(pieces.join(''))),
    )
  })

  it('stays quick on hostile text', () => {
    const hostile = [
      '-----BEGIN PRIVATE KEY-----'.repeat(2000),
      '-'.repeat(60_000),
      'LS0tLS1CRUdJTi'.repeat(4000),
    ]
    for (const text of hostile) expect(diagnosePrivateKey(text).ok).toBe(false)
  })

  it('repairs every way of cutting a key into lines', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('\n', '\r\n', ' ', '\\n', '\n\t'),
        (width, end) => {
          const cut = oneBase64.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
          const text = [lines[0], ...cut, lines.at(-1)].join(end)
          expect(diagnosePrivateKey(text)).toMatchObject({ ok: true, pem: pkcs8 })
        },
      ),
      { numRuns: 50 },
    )
  })
})

/** The shape of a key around numbers that make none. */
function scrambled(): string {
  const bytes = Buffer.from(oneBase64, 'base64')
  bytes.fill(0xff, 20, 26)
  const wrapped = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return [lines[0], ...wrapped, lines.at(-1)].join('\n')
}
