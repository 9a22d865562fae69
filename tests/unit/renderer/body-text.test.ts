import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../../renderer/pages/callbacks/body/body-work.ts'
import { createBodyPreparer } from '../../../renderer/pages/callbacks/body/create-body-preparer.ts'
import { findInText, placesWithin } from '../../../renderer/pages/callbacks/body/find-in-text.ts'
import { firstInvalidByte } from '../../../renderer/pages/callbacks/body/first-invalid-byte.ts'
import { FIRST_PART_LENGTH, firstPart } from '../../../renderer/pages/callbacks/body/first-part.ts'
import { jsonTokens, noTokens, tokenAt } from '../../../renderer/pages/callbacks/body/json-tokens.ts'
import type { BodyWorker } from '../../../renderer/pages/callbacks/body/open-body-worker.ts'
import { rowPieces } from '../../../renderer/pages/callbacks/body/row-pieces.ts'
import { lineCount, rowAt, textRows } from '../../../renderer/pages/callbacks/body/text-rows.ts'
import { visibleText } from '../../../renderer/pages/callbacks/body/visible-text.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-c\n\t 漢😀]{0,60}$/u))

describe('the rows of a text', () => {
  const slices = (text: string, columns: number) => {
    const { starts } = textRows(text, columns)
    return starts.slice(0, -1).map((start, index) => text.slice(start, starts[index + 1]))
  }

  it('are its lines, long ones cut', () => {
    expect(slices('ab\n\ncdefg\n', 3)).toEqual(['ab\n', '\n', 'cde', 'fg\n', ''])
    expect(textRows('ab\n\ncdefg\n', 3).lines).toEqual([1, 2, 3, 3, 4])
    expect(slices('', 3)).toEqual([''])
  })

  it('count wide characters twice and cut none in two', () => {
    expect(slices('漢字仮名', 4)).toEqual(['漢字', '仮名'])
    expect(slices('😀😀😀', 3)).toEqual(['😀', '😀', '😀'])
    expect(slices('\tab', 4)).toEqual(['\t', 'ab'])
  })

  it('make up the whole text, and every position is in its row', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 9 }), (text, columns) => {
        expect(slices(text, columns).join('')).toBe(text)
        const rows = textRows(text, columns)
        expect(rows.lines.at(-1)).toBe(lineCount(text))
        for (const [index, start] of rows.starts.slice(0, -1).entries())
          expect(rowAt(rows, start)).toBe(index)
      }),
    )
  })
})

describe('the colours of JSON', () => {
  const coloured = (text: string) =>
    rowPieces({ from: 0, to: text.length }, jsonTokens(text), []).map(({ from, to, token }) => [
      text.slice(from, to),
      token,
    ])

  it('tell names, strings and words apart', () => {
    expect(coloured('{"a" : "b\\"c",  "d":[-1.5e3,null]}')).toEqual([
      ['{', null],
      ['"a"', 'name'],
      [' : ', null],
      ['"b\\"c"', 'string'],
      [',  ', null],
      ['"d"', 'name'],
      [':[', null],
      ['-1.5e3', 'word'],
      [',', null],
      ['null', 'word'],
      [']}', null],
    ])
  })

  it('find the token at any position', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const tokens = jsonTokens(text)
        for (let at = 0; at < text.length; at += 1) {
          const ends = [...tokens.bounds].filter((_, index) => index % 2 === 1)
          expect(tokenAt(tokens, at)).toBe(ends.filter((end) => end <= at).length)
        }
      }),
    )
  })

  it('lose no character of a row, wherever it is cut and whatever is found in it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(), (text, one, other) => {
        const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
        const found = findInText(text, '1').places.map(([start, end]) => ({
          from: start,
          to: end,
          isCurrent: false,
        }))
        const pieces = rowPieces({ from, to }, jsonTokens(text), found)
        expect(pieces.map((piece) => text.slice(piece.from, piece.to)).join('')).toBe(text.slice(from, to))
      }),
    )
  })

  it('go on in the further rows of a long string', () => {
    const text = `"${'x'.repeat(50)}"`
    expect(rowPieces({ from: 10, to: 20 }, jsonTokens(text), [])).toEqual([
      { from: 10, to: 20, token: 'string', found: null },
    ])
    expect(rowPieces({ from: 0, to: 0 }, noTokens, [])).toEqual([])
  })
})

describe('preparing a body', () => {
  it('leaves what is not JSON as it came', () => {
    expect(prepareBody({ text: '{"a":', isLaidOut: true })).toMatchObject({ text: '{"a":', isJson: false })
    expect(prepareBody({ text: '{"a":1}', isLaidOut: true }).text).toBe('{\n  "a": 1\n}')
    expect(prepareBody({ text: '{"a":1}', isLaidOut: false }).text).toBe('{"a":1}')
  })

  it('ends the task that nobody waits for any more, and keeps an idle worker', () => {
    const workers: ReturnType<typeof fakeWorker>[] = []
    const preparer = createBodyPreparer(() => {
      const worker = fakeWorker()
      workers.push(worker)
      return worker
    })
    const prepared: string[] = []
    const failed: string[] = []
    const start = (text: string) =>
      preparer.prepare(
        { text, isLaidOut: true },
        { onPrepared: (body) => prepared.push(body.text), onFailed: (why) => failed.push(why) },
      )
    start('1')()
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true])
    const callOff = start('2')
    workers[1]?.answer()
    callOff()
    start('3')
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    workers[1]?.answer()
    expect(prepared).toEqual(['2', '3'])
    start('4')
    workers[1]?.fail('It is gone.')
    start('5')
    expect(failed).toEqual(['It is gone.'])
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, true, false])
    workers[2]?.answer()
    preparer.dispose()
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, true, true])
  })
})

describe('finding text', () => {
  it('takes what is wanted as it is, upper and lower case alike', () => {
    expect(findInText('a.b A.B axb', 'a.b').places).toEqual([
      [0, 3],
      [4, 7],
    ])
    expect(findInText('x-y [1] \\ /', '\\').places).toEqual([[8, 9]])
    expect(findInText('abc', '').places).toEqual([])
  })

  it('takes any text literally', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, wanted, after) => {
        fc.pre(wanted !== '' && wanted.isWellFormed() && before.isWellFormed() && after.isWellFormed())
        const { places } = findInText(before + wanted + after, wanted)
        expect(places.length).toBeGreaterThan(0)
      }),
    )
  })

  it('gives the places of a row', () => {
    const found = findInText('aXaXaX', 'x')
    expect(placesWithin(found, 2, 4)).toEqual({ first: 1, places: [[3, 4]] })
    expect(placesWithin(found, 6, 9)).toEqual({ first: 3, places: [] })
    expect(findInText('x'.repeat(20_000), 'x').isCut).toBe(true)
  })
})

describe('the first part of a body', () => {
  it('ends with a line where one is near, and never within a character', () => {
    const lines = `${'x'.repeat(99)}\n`.repeat(5_000)
    expect(firstPart(lines).length).toBeLessThanOrEqual(FIRST_PART_LENGTH)
    expect(lines[firstPart(lines).length]).toBe('\n')
    expect(firstPart(`a${'😀'.repeat(FIRST_PART_LENGTH)}`).isWellFormed()).toBe(true)
    expect(firstPart('short')).toBe('short')
  })
})

describe('text as it is shown', () => {
  it('hides no control and no change of direction, and keeps its length', () => {
    expect(visibleText('a\u0000\r\u007f\u202eb\u200b\t👩‍🚲')).toBe('a␀␍␡\ufffdb\ufffd\t👩‍🚲')
    fc.assert(fc.property(anyText, (text) => visibleText(text).length === text.length))
  })
})

describe('the first byte that is no UTF-8', () => {
  it.each<[string, readonly number[], number | null, string]>([
    ['a byte UTF-8 never has', [0x41, 0xff], 1, 'no character has this byte'],
    [
      'the end of a character without its beginning',
      [0x80],
      0,
      'it goes on with a character that never began',
    ],
    ['a character cut off by another one', [0xc3, 0x41], 1, 'the character before it is not complete'],
    [
      'a character cut off by the end',
      [0x41, 0xe2, 0x82],
      1,
      'its character is cut off by the end of the body',
    ],
    ['a slash written too long', [0xe0, 0x80, 0xaf], 1, 'it makes a character that UTF-8 does not allow'],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 1, 'it makes a character that UTF-8 does not allow'],
    ['all is well', [0xf0, 0x9f, 0x9a, 0xb2], null, ''],
  ])('%s', (_, bytes, offset, why) => {
    const invalid = firstInvalidByte(Uint8Array.from(bytes))
    expect(invalid?.offset ?? null).toBe(offset)
    expect(invalid?.why ?? '').toBe(why)
  })

  it('agrees with the decoder of the platform', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf))
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
        const bytes = Uint8Array.from(list)
        const invalid = firstInvalidByte(bytes)
        expect(invalid === null).toBe(isUtf8(bytes))
        if (invalid === null) return
        expect(invalid.byte).toBe(bytes[invalid.offset])
        // What comes before it is text, but for a character it cuts off.
        const before = new TextDecoder('utf-8', { fatal: true })
        expect(() => before.decode(bytes.subarray(0, invalid.offset), { stream: true })).not.toThrow()
      }),
      { numRuns: 2_000 },
    )
  })
})

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A worker that answers when it is told to. */
function fakeWorker() {
  let running: Parameters<BodyWorker['run']> | null = null
  const worker = {
    isEnded: false,
    run: (...task: Parameters<BodyWorker['run']>) => {
      running = task
    },
    end: () => {
      worker.isEnded = true
    },
    answer: () => running?.[1].onPrepared(prepareBody(running[0])),
    fail: (why: string) => running?.[1].onFailed(why),
  }
  return worker
}
