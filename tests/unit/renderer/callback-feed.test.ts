import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything } from '#shared/messenger/matches-filter.ts'
import {
  type CallbackFeed,
  callbackFeed,
  emptyFeed,
  type FeedAction,
} from '../../../renderer/pages/callbacks/callback-feed.ts'
import { rowOf, rowsOf } from './rows.ts'

function feedAfter(...actions: readonly FeedAction[]): CallbackFeed {
  return actions.reduce(callbackFeed, emptyFeed)
}

const load: FeedAction = { kind: 'load', filter: everything }
const loaded = (loadId: number, seqs: readonly number[], hasOlder = false): FeedAction => ({
  kind: 'loaded',
  loadId,
  page: { rows: rowsOf(...seqs), hasOlder },
})
const arrived = (...seqs: readonly number[]): FeedAction => ({ kind: 'arrived', rows: rowsOf(...seqs) })
const seqsOf = (feed: CallbackFeed) => feed.rows.map((row) => row.seq)

describe('callbackFeed', () => {
  it('shows a page and puts arrivals in front, newest first', () => {
    expect(seqsOf(feedAfter(load, loaded(1, [3, 2, 1]), arrived(4, 5)))).toEqual([5, 4, 3, 2, 1])
  })

  it('replaces a row that changed, in its place', () => {
    const answer = { httpStatus: 200, durationMs: 1 }
    const feed = feedAfter(load, loaded(1, [3, 2, 1]), { kind: 'arrived', rows: [rowOf({ seq: 2, answer })] })
    expect(seqsOf(feed)).toEqual([3, 2, 1])
    expect(feed.rows[1]?.answer).toEqual(answer)
  })

  it('keeps what arrived while the page was on its way', () => {
    expect(seqsOf(feedAfter(load, arrived(4), loaded(1, [3, 2, 1])))).toEqual([4, 3, 2, 1])
  })

  it('takes the later state of a row that changed while an older page was on its way', () => {
    const feed = feedAfter(
      load,
      loaded(1, [9, 8], true),
      { kind: 'load-older' },
      { kind: 'arrived', rows: [rowOf({ seq: 7, summary: 'changed' })] },
      loaded(2, [7, 6]),
    )
    expect(seqsOf(feed)).toEqual([9, 8, 7, 6])
    expect(feed.rows[2]?.summary).toBe('changed')
  })

  it('leaves changed rows out that are older than what is loaded', () => {
    expect(seqsOf(feedAfter(load, loaded(1, [9, 8], true), arrived(2)))).toEqual([9, 8])
  })

  it('ignores the answer to an earlier load', () => {
    const feed = feedAfter(load, { kind: 'load', filter: { ...everything, kind: 'status' } }, loaded(1, [1]))
    expect(feed.rows).toEqual([])
    expect(feed.progress).toBe('first-page')
  })

  it('shows what is loaded under a new filter at once, and arrivals only where it shows them', () => {
    const status = rowOf({ seq: 2, kind: 'status', type: 'read' })
    const filter = { ...everything, kind: 'status' } as const
    const page = { rows: [status, rowOf({ seq: 1 })], hasOlder: false }
    const before = feedAfter(load, { kind: 'loaded', loadId: 1, page }, { kind: 'load', filter })
    expect(seqsOf(before)).toEqual([2])
    expect(seqsOf(callbackFeed(before, arrived(3)))).toEqual([2])
  })

  it('drops a row that its change hides', () => {
    const filter = { ...everything, signature: 'trouble' } as const
    const page = { rows: [rowOf({ seq: 1, signature: 'unknown' })], hasOlder: false }
    const feed = feedAfter(
      { kind: 'load', filter },
      { kind: 'loaded', loadId: 1, page },
      { kind: 'arrived', rows: [rowOf({ seq: 1, signature: 'valid' })] },
    )
    expect(feed.rows).toEqual([])
  })

  it('keeps its rows when a load fails', () => {
    const error = { code: 'CONNECTION_LOST', what: 'Lost.', why: '', fix: '' }
    const feed = feedAfter(
      load,
      loaded(1, [2, 1], true),
      { kind: 'load-older' },
      { kind: 'failed', loadId: 2, error },
    )
    expect(seqsOf(feed)).toEqual([2, 1])
    expect(feed.error).toEqual(error)
    expect(feed.progress).toBe('idle')
  })

  it('never shows a row twice or out of order, however rows arrive', () => {
    const seqs = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(seqs), (batches) => {
        const shown = seqsOf(feedAfter(load, loaded(1, []), ...batches.map((batch) => arrived(...batch))))
        expect(shown).toEqual([...new Set(batches.flat())].sort((a, b) => b - a))
      }),
    )
  })
})
