import fc from 'fast-check'
import { expect, test } from 'vitest'
import { floorTo } from '#shared/timeline/bucket-sizes.ts'
import { bucketsOf } from '#shared/timeline/buckets.ts'

const SECOND = 1_000
const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

test.each([
  ['a minute', MINUTE, 60, SECOND],
  ['a minute, coarsely', MINUTE, 10, 10 * SECOND],
  ['an hour', HOUR, 60, MINUTE],
  ['a day', DAY, 100, 15 * MINUTE],
  ['30 days', 30 * DAY, 100, 12 * HOUR],
  ['240 days', 240 * DAY, 240, DAY],
  ['two years', 730 * DAY, 240, 4 * DAY],
])('%s is cut into parts of a size people count in', (_name, spanMs, most, bucketMs) => {
  const fromMs = Date.UTC(2026, 0, 1)
  expect(bucketsOf({ fromMs, toMs: fromMs + spanMs }, most, 0).bucketMs).toBe(bucketMs)
})

test('a day starts at local midnight, in zones of half hours too', () => {
  const offsetMs = 5.5 * HOUR
  const atMs = Date.UTC(2026, 0, 1, 20)
  expect(new Date(floorTo(atMs, DAY, offsetMs)).toISOString()).toBe('2026-01-01T18:30:00.000Z')
})

test('an empty range has no parts', () => {
  expect(bucketsOf({ fromMs: 5, toMs: 5 }, 100, 0).startsMs).toEqual([])
})

test('the parts cover the range, side by side, and are as many as allowed at most', () => {
  const moment = fc.integer({ min: -DAY, max: 60_000 * DAY })
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 2_000 * DAY }),
      fc.integer({ min: 2, max: 240 }),
      fc.integer({ min: -24, max: 28 }),
      (fromMs, spanMs, most, halfHours) => {
        const toMs = fromMs + spanMs
        const { bucketMs, startsMs } = bucketsOf({ fromMs, toMs }, most, halfHours * 1_800_000)
        expect(startsMs.length).toBeLessThanOrEqual(most)
        const [first = 0, last = 0] = [startsMs[0], startsMs.at(-1)]
        expect(first <= fromMs && first + bucketMs > fromMs).toBe(true)
        expect(last < toMs && last + bucketMs >= toMs).toBe(true)
        expect(startsMs).toEqual(startsMs.map((_, index) => first + index * bucketMs))
      },
    ),
  )
})
