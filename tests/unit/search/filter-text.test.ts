import { describe, expect, it } from 'vitest'
import { ForwardSettings } from '#shared/forward.ts'
import { ReplayRequest } from '#shared/replay.ts'
import { asOf } from '#shared/search/as-of.ts'
import { KeptFilterText } from '#shared/search/filter-text.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import { readFilter } from '#shared/search/read-filter.ts'

const old = { kind: null, signature: null, failed: false, text: '' }

describe('a filter that an earlier version kept', () => {
  it.each([
    [old, ''],
    [{ ...old, kind: 'status' }, 'kind:status'],
    [{ ...old, signature: 'trouble' }, 'sig:fail'],
    [{ ...old, failed: true, text: ' order ' }, 'has:error order'],
    [
      { kind: 'inbound', signature: 'trouble', failed: false, text: 'a "b" kind:' },
      'kind:inbound sig:fail "a \\"b\\" kind:"',
    ],
    ['kind:other', 'kind:other'],
  ])('%j is read as %s', (kept, text) => {
    expect(KeptFilterText.parse(kept)).toBe(text)
    expect(parseQuery(text, 0).ok).toBe(true)
  })

  it('is read in forward settings and in runs', () => {
    const forward = { isOn: true, targetId: 't', mode: 'mirror', filter: old, isUnverifiedAllowed: true }
    expect(ForwardSettings.parse(forward).filter).toBe('')
    const selection = { kind: 'filter', filter: { ...old, kind: 'status' } }
    const request = {
      selection,
      targetId: 't',
      content: { kind: 'exact' },
      pace: { kind: 'original' },
      repeat: 1,
    }
    expect(ReplayRequest.parse(request).selection).toEqual({ kind: 'filter', filter: 'kind:status' })
  })
})

describe('readFilter', () => {
  it('says what cannot be read, and where', () => {
    const read = () => readFilter('kind:status status:x since:soon', 0)
    expect(read).toThrow(
      expect.objectContaining({
        explanation: {
          code: 'BAD_FILTER',
          what: 'The filter cannot be read.',
          why: 'At characters 28 to 31, “soon”: since does not know soon.',
          fix: 'A value of since is a number and s, m, h, d or w: 90s, 10m, 2h, 7d.',
        },
      }),
    )
  })
})

describe('asOf', () => {
  it('lets a span since now end where it began', () => {
    expect(asOf(readFilter('since:10s -since:1h x', 0), 100_000)).toEqual([
      { field: 'after', value: 90_000, isNegated: false },
      { field: 'after', value: -3_500_000, isNegated: true },
      { field: 'text', value: 'x', match: 'prefix', isNegated: false },
    ])
  })
})
