import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightRanges } from '#shared/search/highlight.ts'
import { parseQuery } from '#shared/search/parse-query.ts'

function marked(text: string, query: string): readonly string[] {
  const parsed = parseQuery(query, 0)
  if (!parsed.ok) throw new Error(parsed.fault.what)
  return highlightRanges(text, parsed.query).map(({ start, end }) => text.slice(start, end))
}

describe('marking what was found', () => {
  it.each([
    ['Hello world', 'wor', ['wor']],
    ['Hello world', '"world"', ['world']],
    ['Hello worlds', '"world"', []],
    ['Café au lait', 'cafe', ['Café']],
    ['ordered HELLO hello', 'hello', ['HELLO', 'hello']],
    ['我想要咖啡', '咖啡', ['咖啡']],
    ['From 641820', 'from:641820', ['641820']],
    ['Hello', '-hello', []],
    ['order shipped', '"order shipped"', ['order', 'shipped']],
    ['nothing', 'kind:inbound', []],
  ])('%s by %s', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('stays inside the text and never overlaps', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text, wanted) => {
          const ranges = highlightRanges(text, [
            { field: 'text', value: wanted, match: 'prefix', isNegated: false },
          ])
          let last = 0
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeLessThanOrEqual(text.length)
            last = end
          }
        },
      ),
    )
  })
})
