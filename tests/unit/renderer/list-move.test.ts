import { describe, expect, it } from 'vitest'
import type { ListMove } from '../../../renderer/commands/page-actions.ts'
import { indexAfter } from '../../../renderer/pages/callbacks/list-move.ts'

const cases: readonly (readonly [ListMove, number, number])[] = [
  ['next', 3, 4],
  ['next', 9, 9],
  ['next', -1, 0],
  ['previous', 3, 2],
  ['previous', 0, 0],
  ['page-down', 3, 7],
  ['page-down', 8, 9],
  ['page-up', 3, 0],
  ['first', 5, 0],
  ['last', 5, 9],
  ['last', -1, 9],
]

describe('indexAfter', () => {
  it.each(cases)('%s from %d goes to %d of ten', (move, index, target) => {
    expect(indexAfter(move, { index, count: 10, rowsPerPage: 4 })).toBe(target)
  })

  it('goes nowhere in an empty list', () => {
    expect(indexAfter('next', { index: -1, count: 0, rowsPerPage: 4 })).toBe(-1)
  })
})
