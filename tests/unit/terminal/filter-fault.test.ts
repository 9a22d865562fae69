import { expect, test } from 'vitest'
import { parseQuery } from '#shared/search/parse-query.ts'
import { filterFaultText } from '#shared/terminal/filter-fault.ts'

function textFor(filter: string, columns = 80): string {
  const read = parseQuery(filter, 0)
  if (read.ok) throw new Error('It can be read.')
  return filterFaultText(filter, read.fault, columns)
}

test('the caret stands under the faulty part, what and the fix below', () => {
  expect(textFor('kind:inbound has:imag since:10m')).toBe(
    [
      'kind:inbound has:imag since:10m',
      '                 ^^^^',
      'has does not know imag.',
      'A value of has is image, audio, video, file, error, reply, note, repeat.',
    ].join('\n'),
  )
})

test('wide characters move it', () => {
  expect(textFor('日本 sig:no').split('\n').slice(0, 2)).toEqual(['日本 sig:no', '         ^^'])
})

test('of a filter that is wider than the terminal the part around it is shown', () => {
  const [line = '', carets = ''] = textFor(`${'word '.repeat(40)}sig:no ${'word '.repeat(40)}`, 60).split(
    '\n',
  )
  expect(line.length).toBe(60)
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('no')
})

test('what is printed of a filter commands no terminal', () => {
  expect(textFor('sig:\u001b[31m')).not.toContain('\u001b')
})
