import { describe, expect, it } from 'vitest'
import { lastInboundOf, pairOf } from '../../../renderer/pages/callbacks/last-inbound.ts'
import { windowHint } from '../../../renderer/pages/callbacks/window-hint.ts'
import { rowOf } from './rows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LAST = 1_000_000

describe('windowHint', () => {
  it.each([
    [0, '24 h left', 'open'],
    [1, '23 h left', 'open'],
    [2 * HOUR, '22 h left', 'open'],
    [23 * HOUR, '1 h left', 'open'],
    [23 * HOUR + 1, '59 min left', 'ending'],
    [24 * HOUR - MINUTE, '1 min left', 'ending'],
    [24 * HOUR - 1, 'under 1 min left', 'ending'],
    [24 * HOUR, 'window closed', 'closed'],
    [9 * 24 * HOUR, 'window closed', 'closed'],
  ])('%d ms after the last message: %s', (passedMs, text, tone) => {
    expect(windowHint(LAST, LAST + passedMs)).toEqual({ text, tone })
  })

  it('says nothing of a person who never wrote', () => {
    expect(windowHint(null, LAST)).toBeNull()
  })
})

describe('lastInboundOf', () => {
  it('takes the newest that any row knows of a person and Page, wherever it stands', () => {
    const pair = { psid: '22', pageId: '11' }
    const rows = [
      rowOf({ seq: 4, ...pair, lastInboundAtMs: 400 }),
      rowOf({ seq: 3, ...pair, pageId: '12', lastInboundAtMs: 900 }),
      rowOf({ seq: 2, ...pair, lastInboundAtMs: 500 }),
      rowOf({ seq: 1, ...pair, lastInboundAtMs: null }),
      rowOf({ seq: 0, psid: null, lastInboundAtMs: 999 }),
    ]
    const newest = lastInboundOf(rows)
    expect(newest.size).toBe(2)
    expect(newest.get(pairOf(pair) ?? '')).toBe(500)
  })
})
