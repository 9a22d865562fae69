import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AT_ONCE_LENGTH } from '../../../renderer/pages/callbacks/body/body-work.ts'
import { scanJson } from '../../../renderer/pages/callbacks/body/scan-json.ts'
import { bodyBytes } from '../../../renderer/pages/callbacks/body-bytes.ts'
import { bodyLooks } from '../../../renderer/pages/callbacks/body-looks.ts'
import {
  hexColumns,
  hexDump,
  hexLine,
  hexLineCount,
  hexPlace,
} from '../../../renderer/pages/callbacks/hex-line.ts'
import { prettyPrintJson } from '../../../renderer/pages/callbacks/pretty-print-json.ts'

const utf8 = (text: string) =>
  ({ encoding: 'utf8', text, sizeBytes: new TextEncoder().encode(text).length }) as const
const looksOf = (text: string) => bodyLooks(utf8(text)).map((look) => look.value)

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  scanJson(text, (_, from, to) => tokens.push(text.slice(from, to)))
  return tokens
}

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

  it('says the same for any JSON, token for token', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(prettyPrintJson(text))).toEqual(JSON.parse(text))
        expect(tokensOf(prettyPrintJson(text))).toEqual(tokensOf(text))
      }),
    )
  })

  it('only changes white space between tokens, whatever the text is', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', 'true', ' ', '\n', 'é')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        expect(prettyPrintJson(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('lays out what is laid out already alike', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const once = prettyPrintJson(text)
        expect(prettyPrintJson(once)).toBe(once)
        expect(prettyPrintJson(JSON.stringify(JSON.parse(text), null, 2))).toBe(
          prettyPrintJson(JSON.stringify(JSON.parse(text))),
        )
      }),
    )
  })

  it('stays a small multiple of a body of brackets only', () => {
    const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
    const laidOut = prettyPrintJson(deep)
    expect(laidOut.length).toBeLessThan(8 * 1024 * 1024)
    expect(laidOut.replace(/\s/g, '')).toBe(deep)
  })
})

describe('the views of a body', () => {
  it.each([
    ['JSON', '{"a":1}', ['raw', 'formatted', 'hex']],
    ['not JSON', '{"a":', ['raw', 'hex']],
    [
      'JSON too large to be parsed unasked',
      `[${'1,'.repeat(AT_ONCE_LENGTH / 2)}1]`,
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

  it('knows where a byte stands in its line', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => 0xa0 + index)
    const { hex } = hexLine(bytes, 0)
    const found = [...bytes.keys()].map((index) => hex.slice(hexPlace(index), hexPlace(index) + 2))
    expect(found).toEqual([...bytes].map((byte) => byte.toString(16)))
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
    expect(hexDump(bytes).split('\n')[1]).toBe(`00000010  21 0a${' '.repeat(43)}  !.`)
  })

  it('shows 8 bytes to a line where there is no room for 16', () => {
    const bytes = new TextEncoder().encode('Hello, Messenger!\n')
    expect(hexLineCount(bytes, 8)).toBe(3)
    expect(hexLine(bytes, 1, 8)).toEqual({
      offset: '00000008',
      hex: '65 73 73 65 6e 67 65 72',
      text: 'essenger',
    })
    expect(hexColumns(8)).toEqual({ bytes: 23, line: 43 })
    expect(hexColumns(16)).toEqual({ bytes: 48, line: 76 })
  })
})
