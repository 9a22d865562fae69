import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowIndex } from '../../../renderer/pages/callbacks/row-index.ts'

const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })

test('a row is where a look at every one finds it, in either order', () => {
  fc.assert(
    fc.property(seqs, fc.boolean(), fc.integer({ min: 0, max: 61 }), (unordered, isNewestFirst, seq) => {
      const ascending = unordered.toSorted((one, other) => one - other)
      const rows = (isNewestFirst ? ascending.toReversed() : ascending).map((each) => ({ seq: each }))
      expect(rowIndex(rows, seq)).toBe(rows.findIndex((row) => row.seq === seq))
    }),
  )
})

test('nothing is nowhere', () => {
  expect(rowIndex([{ seq: 1 }], null)).toBe(-1)
  expect(rowIndex([], 1)).toBe(-1)
})
