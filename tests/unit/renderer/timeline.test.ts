import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TimelineBucket, totalOf } from '#shared/timeline/timeline.ts'
import { axisTicks } from '../../../renderer/pages/callbacks/timeline/axis-ticks.ts'
import { barsOf } from '../../../renderer/pages/callbacks/timeline/bar-layout.ts'
import {
  bucketAt,
  momentAt,
  moved,
  placeOf,
  selectionOf,
} from '../../../renderer/pages/callbacks/timeline/brush.ts'
import {
  countWords,
  rangeWords,
  spanWords,
  summaryWords,
  tickWords,
} from '../../../renderer/pages/callbacks/timeline/timeline-words.ts'

const at = (hours: number, minutes = 0, seconds = 0, day = 20) =>
  new Date(2026, 10, day, hours, minutes, seconds).getTime()
const bucket = (startMs: number, counts: Partial<TimelineBucket> = {}): TimelineBucket => ({
  ...{ startMs, inbound: 0, status: 0, failed: 0, other: 0 },
  ...counts,
})
const strip = { firstMs: 10_000, bucketMs: 1_000, count: 20 }

test('a bar grows with the square root of its count and has its parts in order, what failed on top', () => {
  const bars = barsOf([bucket(1, { inbound: 100 }), bucket(2), bucket(3, { failed: 5, inbound: 20 })], 50)
  expect(bars.map(({ startMs }) => startMs)).toEqual([1, 3])
  expect(bars[0]?.segments).toEqual([{ kind: 'inbound', bottom: 0, height: 50 }])
  const [inbound, failed] = bars[1]?.segments ?? []
  expect([inbound?.kind, failed?.kind]).toEqual(['inbound', 'failed'])
  expect((failed?.bottom ?? 0) + (failed?.height ?? 0)).toBeCloseTo(25)
})

test('every kind that occurs can be seen, and no bar is higher than the strip', () => {
  const count = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 5_000_000 }),
  )
  const counts = fc.record({ inbound: count, status: count, failed: count, other: count })
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 20 }), (all) => {
      const buckets = all.map((one, index) => bucket(index, one))
      const bars = barsOf(buckets, 40)
      expect(bars.length).toBe(buckets.filter((one) => totalOf(one) > 0).length)
      for (const { segments } of bars) {
        const top = segments.at(-1)
        expect((top?.bottom ?? 0) + (top?.height ?? 0)).toBeLessThanOrEqual(40.001)
        for (const { height } of segments) expect(height).toBeGreaterThanOrEqual(0.75)
      }
    }),
  )
})

test('ticks stand at round times and have room for their labels', () => {
  const range = { fromMs: Date.UTC(2026, 10, 20, 13, 58, 10), toMs: Date.UTC(2026, 10, 20, 14, 31) }
  const ticks = axisTicks(range, 300, 0)
  expect(ticks.map(({ atMs }) => new Date(atMs).toISOString().slice(11, 16))).toEqual(['14:10', '14:20'])
  expect(axisTicks(range, 0, 0)).toEqual([])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 64, max: 900 }),
      (seconds, width) => {
        const xs = axisTicks({ fromMs: 0, toMs: seconds * 1_000 }, width, 0).map(({ x }) => x)
        for (const [index, x] of xs.entries()) {
          expect(x).toBeLessThanOrEqual(width - 32)
          expect(x - (xs[index - 1] ?? -32)).toBeGreaterThanOrEqual(63.9)
        }
      },
    ),
  )
})

test('the cursor starts at the newest bucket, stops at both ends and extends a selection', () => {
  expect(moved(strip, null, -1, false)).toEqual({ headMs: 28_000, anchorMs: 28_000 })
  const first = moved(strip, null, 1, false)
  expect(first).toEqual({ headMs: 29_000, anchorMs: 29_000 })
  expect(moved(strip, first, 5, false).headMs).toBe(29_000)
  expect(moved(strip, first, -100, false).headMs).toBe(10_000)
  const extended = moved(strip, moved(strip, first, -1, true), -1, true)
  expect(selectionOf(strip, extended)).toEqual({ fromMs: 27_000, toMs: 30_000 })
  expect(moved(strip, extended, 1, false)).toEqual({ headMs: 28_000, anchorMs: 28_000 })
  expect(selectionOf(strip, moved(strip, null, -1, true))).toEqual({ fromMs: 28_000, toMs: 30_000 })
})

test('a selection survives that the strip moves on and its buckets grow', () => {
  const brush = { anchorMs: 12_000, headMs: 14_000 }
  expect(selectionOf({ firstMs: 10_000, bucketMs: 5_000, count: 10 }, brush)).toEqual({
    fromMs: 10_000,
    toMs: 15_000,
  })
  expect(selectionOf({ firstMs: 20_000, bucketMs: 1_000, count: 10 }, brush)).toEqual({
    fromMs: 20_000,
    toMs: 21_000,
  })
})

test('a place on the strip is a bucket, also at and beyond its ends', () => {
  expect([-1, 0, 0.049, 0.05, 1, 2].map((share) => bucketAt(strip, momentAt(strip, share)))).toEqual([
    0, 0, 0, 1, 19, 19,
  ])
  expect(placeOf(strip, { fromMs: 15_000, toMs: 99_000 })).toEqual({ left: 0.25, right: 1 })
})

test.each([
  [at(14, 0, 10), at(14, 0, 20), '14:00:10 to 14:00:20'],
  [at(14), at(14, 10), '14:00 to 14:10'],
  [at(14, 0, 0, 19), at(14, 10, 0, 19), '19 Nov 14:00 to 14:10'],
  [at(23, 0, 0, 19), at(1), '19 Nov 23:00 to 20 Nov 01:00'],
  [at(0, 0, 0, 19), at(0), '19 Nov'],
  [at(0, 0, 0, 17), at(0), '17 Nov to 19 Nov'],
])('a stretch of time is said as short as it can be: %#', (fromMs, toMs, words) => {
  expect(rangeWords({ fromMs, toMs }, at(15))).toBe(words)
})

test('spans, ticks and counts are words', () => {
  expect([1_000, 30_000, 60_000, 7_200_000, 86_400_000].map(spanWords)).toEqual([
    '1 second',
    '30 seconds',
    '1 minute',
    '2 hours',
    '1 day',
  ])
  expect(tickWords(at(14, 5, 10), 10_000)).toBe('14:05:10')
  expect(tickWords(at(14, 5), 60_000)).toBe('14:05')
  expect(tickWords(at(0), 3_600_000)).toBe('20 Nov')
  expect(countWords(bucket(1))).toBe('no callbacks')
  expect(countWords(bucket(1, { failed: 1, inbound: 1_200 }))).toBe('1,200 inbound, 1 failed')
})

test('the strip is summed up in words', () => {
  const buckets = [
    bucket(at(14), { inbound: 3, status: 2 }),
    bucket(at(14, 1)),
    bucket(at(14, 2), { failed: 1 }),
  ]
  const range = { fromMs: at(14), toMs: at(14, 3) }
  const shown = { buckets, bucketMs: 60_000, range, countedFromMs: null, isExact: true }
  expect(summaryWords(shown, at(15))).toBe(
    '6 callbacks from 14:00 to 14:03: 3 inbound, 2 status, 1 failed. Most in 1 minute: 5, 14:00 to 14:01.',
  )
  expect(summaryWords({ ...shown, buckets: [] }, at(15))).toBe('0 callbacks from 14:00 to 14:03.')
  expect(summaryWords({ ...shown, countedFromMs: at(14, 1) }, at(15))).toContain(
    'only the newest 5,000 are counted',
  )
  expect(summaryWords({ ...shown, isExact: false }, at(15))).toContain('still counted')
})
