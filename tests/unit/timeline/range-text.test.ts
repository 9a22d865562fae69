import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '#shared/search/parse-query.ts'
import { hasRange, withoutRange, withRange } from '#shared/timeline/range-text.ts'
import { widerRange } from '#shared/timeline/wider-range.ts'

const nowMs = new Date(2026, 10, 20, 12).getTime()
const range = {
  fromMs: new Date(2026, 10, 20, 14).getTime(),
  toMs: new Date(2026, 10, 20, 14, 10, 5).getTime(),
}
const written = 'after:2026-11-20T14:00 before:2026-11-20T14:10:05'

test.each([
  ['nothing', '', written],
  ['other conditions', 'kind:status "a b"', `kind:status "a b" ${written}`],
  ['a range', 'kind:status after:13:00 -text:x before:15:00', `kind:status -text:x ${written}`],
  ['since', 'since:10m kind:status', `kind:status ${written}`],
  ['what cannot be read', 'kind:nothing', `kind:nothing ${written}`],
])('a range is written behind %s', (_name, text, expected) => {
  expect(withRange(text, range, nowMs)).toBe(expected)
})

test('a range can be taken out again', () => {
  expect(hasRange(`kind:status ${written}`, nowMs)).toBe(true)
  expect(withoutRange(`kind:status ${written}`, nowMs)).toBe('kind:status')
  expect(hasRange('kind:status', nowMs)).toBe(false)
  expect(withoutRange('since:10m', nowMs)).toBe('')
})

test('what was written is read as the same range', () => {
  const moment = fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => seconds * 1_000)
  fc.assert(
    fc.property(moment, moment, (fromMs, toMs) => {
      const read = parseQuery(withRange('kind:status', { fromMs, toMs }, nowMs), nowMs)
      expect(read.ok && read.query.slice(1)).toEqual([
        { field: 'after', value: fromMs, isNegated: false },
        { field: 'before', value: toMs, isNegated: false },
      ])
    }),
  )
})

test('a range grows to both sides, until it covers everything', () => {
  const all = { fromMs: 0, toMs: 100_000 }
  expect(widerRange({ fromMs: 40_000, toMs: 50_000 }, all)).toEqual({ fromMs: 25_000, toMs: 65_000 })
  expect(widerRange({ fromMs: 25_000, toMs: 65_000 }, all)).toBeNull()
  expect(widerRange({ fromMs: 0, toMs: 10_000 }, all)).toEqual({ fromMs: 0, toMs: 25_000 })
  expect(widerRange({ fromMs: -20_000, toMs: -10_000 }, all)).toEqual({ fromMs: -20_000, toMs: 5_000 })
  expect(widerRange({ fromMs: 5_000, toMs: 5_000 }, null)).toBeNull()
})
