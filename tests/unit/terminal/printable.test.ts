import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableJson } from '#shared/terminal/printable.ts'
import { cutToWidth, textWidth } from '#shared/terminal/text-width.ts'

const anyText = fc.string({ unit: 'binary' })
const COMMANDS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

test.each([
  ['\u001b]0;title\u0007', '�]0;title�'],
  ['\u009b31mred', '�31mred'],
  ['two\r\nlines', 'two lines'],
  ['evil\u202etxt.exe', 'evil�txt.exe'],
  ['Grüße 日本語 👩‍👧', 'Grüße 日本語 👩‍👧'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text)).toBe(printed)
})

test('whatever is printed, a terminal finds no command in it', () => {
  fc.assert(fc.property(anyText, (text) => !COMMANDS.test(printable(text))))
})

test('JSON keeps its value and holds no command either', () => {
  fc.assert(
    fc.property(fc.dictionary(anyText, fc.oneof(anyText, fc.integer())), (value) => {
      const line = printableJson(value)
      expect(COMMANDS.test(line)).toBe(false)
      expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test.each([
  ['abc', 3],
  ['日本', 4],
  ['é', 1],
  ['👍🏽', 2],
  ['❤️', 2],
])('%s takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test('what is cut fits and begins like the text', () => {
  fc.assert(
    fc.property(anyText.map(printable), fc.integer({ min: 1, max: 30 }), (text, columns) => {
      const cut = cutToWidth(text, columns)
      expect(textWidth(cut)).toBeLessThanOrEqual(columns)
      expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true)
    }),
  )
})
