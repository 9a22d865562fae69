import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTimestamp } from '#shared/messenger/timestamp.ts'

const AT = Date.UTC(2020, 0, 1, 14, 0, 0)

describe('readTimestamp', () => {
  it.each([
    ['2020-01-01T14:00:00.000Z', AT],
    ['2020-01-01T14:00:00Z', AT],
    ['2020-01-01T16:00:00+02:00', AT],
    ['2020-01-01 14:00:00 +0000', AT],
    ['2020-01-01 16:00:00 +0200', AT],
    ['2020-01-01 14:00:00 UTC', AT],
    ['yesterday', null],
    ['2020-13-45T99:00:00Z', null],
    ['1577887200', null],
    ['2020-01-01', null],
  ])('%s', (raw, atMs) => {
    expect(readTimestamp(raw)).toEqual({ raw, atMs })
  })

  it('keeps any text raw and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(readTimestamp(raw).raw).toBe(raw)
      }),
    )
  })
})
