import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { cmdCaution, cmdCommand } from '#shared/messenger/curl-cmd.ts'
import { powershellCommand } from '#shared/messenger/curl-powershell.ts'
import { cmdArguments } from '../../support/cmd-line.ts'
import { singleQuoted } from '../../support/powershell-strings.ts'
import { replyDraft } from '../../support/reply-draft.ts'

const URL_OF_V1 = 'https://api.nexmo.com/v1/messages'
const LIVE = { kind: 'live', token: 'a.b.c' } as const
const PLACEHOLDER = { kind: 'placeholder' } as const
const bodyOf = (text: string) => buildRequest(replyDraft({ content: { type: 'text', text } })).bodyText

const AWKWARD = fc.oneof(
  fc.stringMatching(/^['"`$!@\\\n\r{}()[\]%^&|<>=,;~#* a-z\u2018\u2019\u201a\u201b👋é\0]{0,40}$/u),
  fc.string({ unit: 'binary' }),
)

describe('the command for cmd', () => {
  it('has the request and its headers', () => {
    const args = cmdArguments(cmdCommand({ url: URL_OF_V1, token: PLACEHOLDER, bodyText: '{"a":1}' }), {
      JWT: 'x.y.z',
    })
    expect(args).toEqual([
      'curl',
      ...['--request', 'POST', URL_OF_V1],
      ...['--header', 'Authorization: Bearer x.y.z'],
      ...['--header', 'Content-Type: application/json'],
      ...['--header', 'Accept: application/json'],
      ...['--data-raw', '{"a":1}'],
    ])
  })

  it('carries any text of a draft as the same JSON, whatever variables there are', () => {
    fc.assert(
      fc.property(AWKWARD, (text) => {
        const bodyText = bodyOf(text)
        const command = cmdCommand({ url: URL_OF_V1, token: LIVE, bodyText })
        expect(command).toMatch(/^[\x20-\x7e]*$/)
        const body = cmdArguments(command, { PATH: 'C:\\', '': 'empty' }).at(-1) ?? ''
        expect(JSON.parse(body)).toEqual(JSON.parse(bodyText))
      }),
    )
  })

  it.each([
    ['line breaks between values', '{\n  "text": "a\\nb",\r\n\t"n": [1,\n 2]\n}'],
    ['an escaped quote at the end', '{"text":"say \\"hi\\""}'],
    ['backslashes before a quote', '{"text":"C:\\\\"}'],
    ['what is an operator outside of quotes', '{"a & b":"<c> | d ^ %PATH% !x!"}'],
  ])('carries %s', (_name, bodyText) => {
    const command = cmdCommand({ url: URL_OF_V1, token: LIVE, bodyText })
    expect(JSON.parse(cmdArguments(command, { PATH: 'C:\\' }).at(-1) ?? '')).toEqual(JSON.parse(bodyText))
  })

  it('keeps the percent signs, ampersands and brackets of a URL', () => {
    const url = 'https://example.com/a%20b%2Fc/v1/messages?x=[1]&y=%PATH%^'
    const args = cmdArguments(cmdCommand({ url, token: LIVE, bodyText: '{}' }), { PATH: 'C:\\', '20B': 'no' })
    expect(args.slice(1, 5)).toEqual(['--globoff', '--request', 'POST', url])
  })

  it('warns where cmd takes no line of that length', () => {
    const command = cmdCommand({ url: URL_OF_V1, token: LIVE, bodyText: bodyOf('x'.repeat(9_000)) })
    expect(cmdCaution(command)).toMatch(/8191 characters at most/)
    expect(cmdCaution('curl')).toBeNull()
  })
})

describe('the command for PowerShell', () => {
  it('has the request and its headers', () => {
    const { strings, rest } = singleQuoted(powershellCommand({ url: URL_OF_V1, token: LIVE, bodyText: '{}' }))
    expect(strings).toEqual([URL_OF_V1, 'Bearer a.b.c', 'application/json', 'application/json', '{}'])
    expect(rest).toBe(
      'Invoke-RestMethod -Method Post -Uri _ -Headers @{ Authorization = _; Accept = _ } -ContentType _ ' +
        '-Body ([Text.Encoding]::UTF8.GetBytes(_))',
    )
  })

  it('has the variable in double quotes, so that it is filled in', () => {
    expect(powershellCommand({ url: URL_OF_V1, token: PLACEHOLDER, bodyText: '{}' })).toContain(
      'Authorization = "Bearer $env:JWT"',
    )
  })

  it('carries any text exactly', () => {
    fc.assert(
      fc.property(AWKWARD, (text) => {
        const command = powershellCommand({ url: URL_OF_V1, token: LIVE, bodyText: text })
        expect(singleQuoted(command).strings.at(-1)).toBe(text)
      }),
    )
  })
})
