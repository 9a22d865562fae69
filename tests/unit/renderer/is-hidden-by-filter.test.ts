import { expect, test } from 'vitest'
import { emptyFeed } from '../../../renderer/pages/callbacks/callback-feed.ts'
import { isHiddenByFilter } from '../../../renderer/pages/callbacks/is-hidden-by-filter.ts'
import { rowsOf } from './rows.ts'

const filtered = {
  ...emptyFeed,
  filter: 'kind:status',
  progress: 'idle',
  isStale: false,
  rows: rowsOf(9, 6, 3),
  hasMore: false,
} as const

test('a filter hides what the list would have among its rows, or at either end', () => {
  for (const seq of [1, 5, 10]) expect(isHiddenByFilter(filtered, seq)).toBe(true)
  expect(isHiddenByFilter(filtered, 6)).toBe(false)
  expect(isHiddenByFilter({ ...filtered, rows: [] }, 6)).toBe(true)
  const oldestFirst = { ...filtered, order: 'oldest', rows: rowsOf(3, 6, 9), hasMore: true } as const
  expect(isHiddenByFilter(oldestFirst, 1)).toBe(true)
  expect(isHiddenByFilter(oldestFirst, 10)).toBe(false)
})

test('what is not loaded may be shown by the filter', () => {
  expect(isHiddenByFilter({ ...filtered, hasMore: true }, 1)).toBe(false)
  expect(isHiddenByFilter({ ...filtered, hasMore: true }, 5)).toBe(true)
  expect(isHiddenByFilter({ ...filtered, isStale: true }, 5)).toBe(false)
  expect(isHiddenByFilter({ ...filtered, filter: '' }, 5)).toBe(false)
})
