import { describe, expect, it } from 'vitest'
import { completeQuery } from '#shared/search/complete-query.ts'

const people = [
  { field: 'person', value: '6418203957741120', about: 'Ana, test phone' },
  { field: 'person', value: '7290541836620375', about: 'Linh' },
]

function offers(text: string, caret = text.length) {
  return completeQuery(text, caret, people).map((one) => one.text)
}

describe('completing a query', () => {
  it.each([
    ['', ['kind:', 'status:']],
    ['k', ['kind:']],
    ['kind:inbound s', ['status:', 'sig:', 'since:']],
    ['-st', ['status:']],
    ['kind:', ['inbound', 'status', 'other']],
    ['kind:st', ['status']],
    ['sig:un', ['unsigned', 'unknown']],
    ['person:ana', ['6418203957741120']],
    ['psid:729', ['7290541836620375']],
    ['nothing:', []],
    ['"quoted k', []],
    ['since:', []],
  ])('%s', (text, expected) => {
    expect(offers(text).slice(0, Math.max(expected.length, 1))).toEqual(expected)
  })

  it('replaces the word at the caret only', () => {
    const [first] = completeQuery('ki from:1', 2, [])
    expect(first).toMatchObject({ start: 0, end: 2, text: 'kind:', isField: true })
  })
})
