import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headersOf, headerText } from '#electron/store/header-text.ts'

/** As a column of the file gives it back. */
function stored(text: string): string {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE one (text TEXT NOT NULL) STRICT')
  db.prepare('INSERT INTO one VALUES (?)').run(text)
  const back = db.prepare('SELECT text FROM one').get()?.text
  db.close()
  return String(back)
}

const anything = fc.string({ unit: 'binary' })
const awkward = fc.constantFrom('', '\n', '\r\n', '[', '[]', '\0', '\ud800', 'a\nb', ':', 'ÿ', '订单')
const part = fc.oneof(anything, awkward)

describe('headers as text', () => {
  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part)), (headers) => {
        expect(headersOf(stored(headerText(headers)))).toEqual(headers)
      }),
    )
  })

  it('are a line each', () => {
    expect(
      headerText([
        ['Host', 'x'],
        ['Via', ''],
      ]),
    ).toBe('Host\nx\nVia\n\n')
    expect(headerText([])).toBe('')
  })

  it.each([
    [
      '[["Host","x"],["Cookie","a\\nb"]]',
      [
        ['Host', 'x'],
        ['Cookie', 'a\nb'],
      ],
    ],
    ['[]', []],
  ])('of before were JSON: %s', (text, headers) => {
    expect(headersOf(text)).toEqual(headers)
  })

  it('are not guessed at', () => {
    expect(() => headersOf('[1]')).toThrow()
    expect(() => headersOf('[')).toThrow()
  })
})
