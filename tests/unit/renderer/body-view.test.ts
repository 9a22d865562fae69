import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyBytes } from '../../../renderer/pages/callbacks/body-bytes.ts'
import { bodyLooks } from '../../../renderer/pages/callbacks/body-looks.ts'
import { hexDump, hexLine, hexLineCount } from '../../../renderer/pages/callbacks/hex-line.ts'
import { FORMAT_AT_ONCE_BYTES, prettyPrintJson } from '../../../renderer/pages/callbacks/pretty-print-json.ts'

const utf8 = (text: string) =>
  ({ encoding: 'utf8', text, sizeBytes: new TextEncoder().encode(text).length }) as const
const looksOf = (text: string) => bodyLooks(utf8(text)).map((look) => look.value)

describe('prettyPrintJson', () => {
  it('keeps numbers, escapes, key order and doubled keys as they are written', () => {
    const text = '{"b":1.0,"a":12345678901234567890,"a":"\\u00e9\\/","n":-0e5}'
    const lines = [
      '{',
      '  "b": 1.0,',
      '  "a": 12345678901234567890,',
      '  "a": "\\u00e9\\/",',
      '  "n": -0e5',
      '}',
    ]
    expect(prettyPrintJson(text)).toBe(lines.join('\n'))
  })

  it('says the same for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(prettyPrintJson(text))).toEqual(JSON.parse(text))
      }),
    )
  })
})

describe('the views of a body', () => {
  it.each([
    ['JSON', '{"a":1}', ['raw', 'formatted', 'hex']],
    ['not JSON', '{"a":', ['raw', 'hex']],
    [
      'JSON too large to be parsed unasked',
      `[${'1,'.repeat(FORMAT_AT_ONCE_BYTES / 2)}1]`,
      ['raw', 'formatted', 'hex'],
    ],
  ])('%s', (_, text, looks) => {
    expect(looksOf(text)).toEqual(looks)
  })

  it('shows bytes that are no text in hex only', () => {
    expect(bodyLooks({ encoding: 'base64', data: '//4=', sizeBytes: 2 }).map((look) => look.value)).toEqual([
      'hex',
    ])
  })
})

describe('bytes and hex', () => {
  it('gives back the exact bytes of either encoding', () => {
    expect([...bodyBytes({ encoding: 'base64', data: '//4B', sizeBytes: 3 })]).toEqual([0xff, 0xfe, 1])
    expect([...bodyBytes(utf8('\uFEFFé'))]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9])
  })

  it('dumps 16 bytes to a line', () => {
    const bytes = new TextEncoder().encode('Hello, Messenger!\n')
    expect(hexLineCount(bytes)).toBe(2)
    expect(hexLine(bytes, 0)).toEqual({
      offset: '00000000',
      hex: '48 65 6c 6c 6f 2c 20 4d  65 73 73 65 6e 67 65 72',
      text: 'Hello, Messenger',
    })
    expect(hexLine(bytes, 1)).toEqual({ offset: '00000010', hex: '21 0a', text: '!.' })
    expect(hexDump(bytes).split('\n')).toHaveLength(2)
  })
})
