import { expect, it } from 'vitest'
import { retryOffsetsS, retryWaitS } from '#shared/messenger/retry-schedule.ts'

it.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [4, 40],
  [5, 80],
  [6, 160],
  [7, 320],
  [8, 640],
  [9, 900],
  [50, 900],
])('after attempt %i Vonage waits %i s', (attempt, waitS) => {
  expect(retryWaitS(attempt)).toBe(waitS)
})

it('adds up to the offsets, and ends within 24 hours', () => {
  const waits = retryOffsetsS.map((_, at) => retryWaitS(at + 1) ?? 0)
  const sums = waits.map((_, at) => waits.slice(0, at + 1).reduce((sum, wait) => sum + wait, 0))
  expect(sums).toEqual(retryOffsetsS)
  expect(sums.at(-1)).toBeLessThanOrEqual(86_400)
  expect(retryWaitS(retryOffsetsS.length + 1)).toBeNull()
})
