import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '#shared/search/parse-query.ts'
import { SearchHas, SearchSignature, type SearchTerm } from '#shared/search/query.ts'
import { withoutPlace, withTerm, writeTerm } from '#shared/search/write-term.ts'

const NOW_MS = new Date(2026, 10, 20, 15, 0).getTime()
const parse = (text: string) => parseQuery(text, NOW_MS)

function queryOf(text: string) {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.fault.what)
  return parsed.query
}

function faultOf(text: string) {
  const parsed = parse(text)
  if (parsed.ok) throw new Error('was read')
  return { ...parsed.fault, marked: text.slice(parsed.fault.start, parsed.fault.end) }
}

describe('a query', () => {
  const cases: readonly (readonly [string, readonly SearchTerm[]])[] = [
    ['', []],
    ['   ', []],
    ['kind:status', [{ field: 'kind', value: 'status', isNegated: false }]],
    ['KIND:Status', [{ field: 'kind', value: 'status', isNegated: false }]],
    ['status:rejected', [{ field: 'status', value: 'rejected', isNegated: false }]],
    ['from:123', [{ field: 'from', value: '123', isNegated: false }]],
    ['psid:123', [{ field: 'person', value: '123', isNegated: false }]],
    ['sig:fail', [{ field: 'sig', value: 'trouble', isNegated: false }]],
    ['signature:ok', [{ field: 'sig', value: 'valid', isNegated: false }]],
    ['-sig:unsigned', [{ field: 'sig', value: 'unsigned', isNegated: true }]],
    ['since:10m', [{ field: 'since', value: 600_000, isNegated: false }]],
    ['has:image', [{ field: 'has', value: 'image', isNegated: false }]],
    ['version:0.1', [{ field: 'version', value: 'v0.1', isNegated: false }]],
    ['-text:foo', [{ field: 'text', value: 'foo', match: 'prefix', isNegated: true }]],
    ['"free text"', [{ field: 'text', value: 'free text', match: 'phrase', isNegated: false }]],
    ['text:"free text"', [{ field: 'text', value: 'free text', match: 'phrase', isNegated: false }]],
    ['fo*', [{ field: 'text', value: 'fo', match: 'prefix', isNegated: false }]],
    ['"a \\"b\\" \\\\c"', [{ field: 'text', value: 'a "b" \\c', match: 'phrase', isNegated: false }]],
    [
      '"http://localhost:3000"',
      [{ field: 'text', value: 'http://localhost:3000', match: 'phrase', isNegated: false }],
    ],
    ['-', [{ field: 'text', value: '-', match: 'prefix', isNegated: false }]],
    ['after:2026-11-20', [{ field: 'after', value: new Date(2026, 10, 20).getTime(), isNegated: false }]],
    [
      'before:14:30',
      [{ field: 'before', value: new Date(2026, 10, 20, 14, 30).getTime(), isNegated: false }],
    ],
    [
      'after:2026-11-20T14:30:15.250Z',
      [{ field: 'after', value: Date.UTC(2026, 10, 20, 14, 30, 15, 250), isNegated: false }],
    ],
    [
      'kind:inbound  你好',
      [
        { field: 'kind', value: 'inbound', isNegated: false },
        { field: 'text', value: '你好', match: 'prefix', isNegated: false },
      ],
    ],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(queryOf(text)).toEqual(expected)
  })

  it.each([
    ['kind:statu', 'statu', /^kind does not know statu/],
    ['from:1 foo:2', 'foo:2', /no field foo/],
    ['status: x', 'status:', /has no value/],
    ['a "open b', '"open b', /quotation mark/],
    ['since:soon', 'soon', /since does not know soon/],
    ['after:2026-02-31', '2026-02-31', /after does not know/],
    ['before:25:00', '25:00', /before does not know/],
    ['""', '""', /no text/],
    ['-*', '-*', /no text/],
    [`x ${'y'.repeat(201)}`, 'y'.repeat(201), /200 characters/],
    [Array.from({ length: 51 }, (_, index) => `w${index}`).join(' '), 'w50', /50 conditions/],
  ])('with a fault says where: %s', (text, marked, what) => {
    const fault = faultOf(text)
    expect(fault.marked).toBe(marked)
    expect(fault.what).toMatch(what)
    expect(fault.fix).not.toBe('')
  })

  it('is read or has a fault inside its text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parse(text)
        const places = parsed.ok ? parsed.terms : [parsed.fault]
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

const value = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text && text !== '')
const isNegated = fc.boolean()
const term: fc.Arbitrary<SearchTerm> = fc.oneof(
  fc.record({
    field: fc.constantFrom('type', 'status', 'from', 'to', 'person', 'page', 'uuid', 'code'),
    value,
    isNegated,
  }),
  fc.record({ field: fc.constant('kind'), value: fc.constantFrom('inbound', 'status', 'other'), isNegated }),
  fc.record({ field: fc.constant('sig'), value: fc.constantFrom(...SearchSignature.options), isNegated }),
  fc.record({ field: fc.constant('has'), value: fc.constantFrom(...SearchHas.options), isNegated }),
  fc.record({
    field: fc.constant('since'),
    value: fc.integer({ min: 1, max: 99_999 }).map((seconds) => seconds * 1_000),
    isNegated,
  }),
  fc.record({
    field: fc.constantFrom('after', 'before'),
    value: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
    isNegated,
  }),
  fc.record({ field: fc.constant('text'), value, match: fc.constantFrom('phrase', 'prefix'), isNegated }),
)

describe('a condition', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        const read = queryOf(terms.map(writeTerm).join(' '))
        expect(read.map(withoutMatch)).toEqual(terms.map(withoutMatch))
      }),
    )
  })

  it('is added once, and removed by its place', () => {
    const rejected: SearchTerm = { field: 'status', value: 'rejected', isNegated: false }
    const once = withTerm('kind:status', rejected)
    expect(once).toBe('kind:status status:rejected')
    expect(withTerm(once, rejected)).toBe(once)
    expect(withoutPlace(once, { start: 0, end: 11 })).toBe('status:rejected')
  })
})

/** A bare text that has to be quoted is a phrase from then on. */
function withoutMatch(one: SearchTerm) {
  return one.field === 'text' ? { ...one, match: null } : one
}
