import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Arrived,
  bounded,
  MOST_HELD,
  type RowWindow,
  rowShift,
  withArrived,
  withoutRows,
  withRowsBefore,
  withRowsBehind,
} from '../../../renderer/pages/callbacks/row-window.ts'
import { rowsOf } from './rows.ts'

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
const seqsOf = ({ rows }: RowWindow) => rows.map(({ seq }) => seq)
const shown = (...seqs: readonly number[]): readonly Arrived[] =>
  rowsOf(...seqs).map((row) => ({ row, isShown: true }))
const all = (...seqs: readonly number[]): RowWindow => ({
  rows: rowsOf(...seqs),
  before: null,
  hasMore: false,
})
/** Newest first, 9 to 7, of a list that goes from 20 to 1. */
const middle: RowWindow = { rows: rowsOf(9, 8, 7), before: { count: 11, firstSeq: 20 }, hasMore: true }

describe('a window in the middle of a list', () => {
  it('takes changes of its own rows and counts what is new before them, each once', () => {
    const after = withArrived(middle, shown(8, 22, 21, 22, 15, 3), 'newest')
    expect(seqsOf(after)).toEqual([9, 8, 7])
    expect(after.before).toEqual({ count: 13, firstSeq: 22 })
    expect(withArrived(after, shown(21, 22), 'newest').before).toEqual(after.before)
  })

  it('counts nothing that the list hides', () => {
    const hidden = rowsOf(21).map((row) => ({ row, isShown: false }))
    expect(withArrived(middle, hidden, 'newest').before).toEqual(middle.before)
  })

  it('grows by the pages on both sides until there are no others', () => {
    const up = withRowsBefore(middle, { rows: rowsOf(11, 10), hasMore: true }, 'newest')
    expect(seqsOf(up)).toEqual([11, 10, 9, 8, 7])
    expect(up.before).toEqual({ count: 9, firstSeq: 20 })
    expect(withRowsBefore(up, { rows: rowsOf(12), hasMore: false }, 'newest').before).toBeNull()
    const down = withRowsBehind(middle, { rows: rowsOf(6, 5), hasMore: false }, 'newest')
    expect(down).toMatchObject({ before: middle.before, hasMore: false })
    expect(seqsOf(down)).toEqual([9, 8, 7, 6, 5])
  })

  it('counts what is deleted before it, and never takes that for nothing', () => {
    expect(withoutRows(middle, new Set([20, 19, 8]), 'newest').before?.count).toBe(9)
    expect(withoutRows(middle, new Set(numbers(10, 30)), 'newest').before?.count).toBe(1)
  })

  it('knows its ends with the oldest first as well', () => {
    const oldest: RowWindow = { rows: rowsOf(7, 8, 9), before: { count: 6, firstSeq: 1 }, hasMore: true }
    const after = withArrived(oldest, shown(22, 8, 3), 'oldest')
    expect(seqsOf(after)).toEqual([7, 8, 9])
    expect(after.before).toEqual(oldest.before)
  })
})

describe('bounded', () => {
  const tooMany = all(...numbers(1, MOST_HELD + 300).reverse())

  it('gives up the end when the first rows are in view', () => {
    const after = bounded(tooMany, 10)
    expect(after.rows).toHaveLength(MOST_HELD)
    expect(after).toMatchObject({ before: null, hasMore: true })
    expect(after.rows[0]?.seq).toBe(MOST_HELD + 300)
  })

  it('gives up the beginning when the last rows are in view, and counts it', () => {
    const after = bounded(tooMany, MOST_HELD)
    expect(after.rows).toHaveLength(MOST_HELD)
    expect(after).toMatchObject({ before: { count: 300, firstSeq: MOST_HELD + 300 }, hasMore: false })
    expect(after.rows.at(-1)?.seq).toBe(1)
  })

  it('leaves as many as there may be', () => {
    const few = all(3, 2, 1)
    expect(bounded(few, 0)).toBe(few)
  })
})

describe('rowShift', () => {
  it.each<[string, RowWindow, RowWindow, { held: number; whole: number }]>([
    ['two new ones come in above', all(3, 2, 1), all(5, 4, 3, 2, 1), { held: 2, whole: 2 }],
    ['one is deleted above', all(3, 2, 1), all(2, 1), { held: -1, whole: -1 }],
    ['one is deleted below', all(3, 2, 1), all(3, 1), { held: 0, whole: 0 }],
    ['new ones pass by', middle, withArrived(middle, shown(22, 21), 'newest'), { held: 0, whole: 2 }],
    [
      'the rows before are loaded',
      middle,
      withRowsBefore(middle, { rows: rowsOf(11, 10), hasMore: true }, 'newest'),
      { held: 2, whole: 0 },
    ],
    [
      'the first are given up',
      all(4, 3, 2, 1),
      { rows: rowsOf(2, 1), before: { count: 2, firstSeq: 4 }, hasMore: false },
      { held: -2, whole: 0 },
    ],
    ['nothing is left', all(3, 2), all(), { held: 0, whole: 0 }],
    ['there was nothing', all(), all(3, 2), { held: 0, whole: 0 }],
  ])('%s', (_what, earlier, later, shift) => {
    expect(rowShift(earlier, later, 'newest')).toEqual(shift)
  })
})

it('loses no row that pages bring back, wherever somebody scrolls while others arrive', () => {
  const step = fc.record({
    arrive: fc.integer({ min: 0, max: 400 }),
    scroll: fc.integer({ min: -600, max: 600 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let newest = MOST_HELD
      let held: RowWindow = all(...numbers(1, newest).reverse())
      let view = 0
      const keep = (next: RowWindow) => {
        const kept = bounded(next, view)
        view = Math.max(0, view + rowShift(held, kept, 'newest').held)
        held = kept
      }
      for (const { arrive, scroll } of steps) {
        keep(withArrived(held, shown(...numbers(newest + 1, arrive)), 'newest'))
        newest += arrive
        view = Math.min(Math.max(0, view + scroll), held.rows.length - 1)
        const first = held.rows[0]?.seq ?? 0
        const page = numbers(first + 1, Math.min(200, newest - first)).reverse()
        if (view < 40 && held.before !== null)
          keep(withRowsBefore(held, { rows: rowsOf(...page), hasMore: page.length === 200 }, 'newest'))
        const seqs = seqsOf(held)
        expect(seqs).toEqual(numbers(seqs.at(-1) ?? 0, seqs.length).reverse())
        expect(seqs.length).toBeLessThanOrEqual(MOST_HELD)
        expect((held.before?.count ?? 0) + (seqs[0] ?? 0)).toBe(newest)
      }
    }),
    { numRuns: 20 },
  )
})
