import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CallbackFeed,
  callbackFeed,
  emptyFeed,
  type FeedAction,
  newestRow,
} from '../../../renderer/pages/callbacks/callback-feed.ts'
import { rowOf, rowsOf } from './rows.ts'

function feedAfter(...actions: readonly FeedAction[]): CallbackFeed {
  return actions.reduce(callbackFeed, emptyFeed)
}

const load: FeedAction = { kind: 'load', filter: '', order: 'newest' }
const loadOldest: FeedAction = { kind: 'load', filter: '', order: 'oldest' }
const loadStatuses: FeedAction = { kind: 'load', filter: 'kind:status', order: 'newest' }
const loaded = (loadId: number, seqs: readonly number[], hasMore = false): FeedAction => ({
  kind: 'loaded',
  loadId,
  page: { rows: rowsOf(...seqs), hasMore },
})
const arrived = (...seqs: readonly number[]): FeedAction => ({
  kind: 'arrived',
  rows: rowsOf(...seqs),
  filter: '',
  shown: null,
})
const judged = (filter: string, seqs: readonly number[], shown: readonly number[]): FeedAction => ({
  kind: 'arrived',
  rows: rowsOf(...seqs),
  filter,
  shown: new Set(shown),
})
const failed = (loadId: number): FeedAction => ({
  kind: 'failed',
  loadId,
  error: { code: 'CONNECTION_LOST', what: 'Lost.', why: '', fix: '' },
})
const seqsOf = (feed: CallbackFeed) => feed.rows.map((row) => row.seq)

describe('callbackFeed', () => {
  it('shows a page and puts arrivals in front, newest first', () => {
    expect(seqsOf(feedAfter(load, loaded(1, [3, 2, 1]), arrived(4, 5)))).toEqual([5, 4, 3, 2, 1])
  })

  it('puts arrivals at the end, oldest first', () => {
    expect(seqsOf(feedAfter(loadOldest, loaded(1, [1, 2]), arrived(4, 3)))).toEqual([1, 2, 3, 4])
  })

  it('leaves arrivals out that are beyond what is loaded, oldest first', () => {
    const feed = feedAfter(loadOldest, loaded(1, [1, 2], true), arrived(9))
    expect(seqsOf(feed)).toEqual([1, 2])
    expect(newestRow(feed)).toBeNull()
    const all = callbackFeed(callbackFeed(feed, { kind: 'load-more', page: 'next-page' }), loaded(2, [3, 9]))
    expect(seqsOf(all)).toEqual([1, 2, 3, 9])
    expect(newestRow(all)?.seq).toBe(9)
  })

  it('replaces a row that changed, in its place', () => {
    const answer = { httpStatus: 200, durationMs: 1 }
    const rows = [rowOf({ seq: 2, answer })]
    const feed = feedAfter(load, loaded(1, [3, 2, 1]), { kind: 'arrived', rows, filter: '', shown: null })
    expect(seqsOf(feed)).toEqual([3, 2, 1])
    expect(feed.rows[1]?.answer).toEqual(answer)
  })

  it('keeps what arrived while the page was on its way', () => {
    expect(seqsOf(feedAfter(load, arrived(4), loaded(1, [3, 2, 1])))).toEqual([4, 3, 2, 1])
  })

  it('takes the later state of a row that changed while the next page was on its way', () => {
    const feed = feedAfter(
      load,
      loaded(1, [9, 8], true),
      { kind: 'load-more', page: 'next-page' },
      { kind: 'arrived', rows: [rowOf({ seq: 7, summary: 'changed' })], filter: '', shown: null },
      loaded(2, [7, 6]),
    )
    expect(seqsOf(feed)).toEqual([9, 8, 7, 6])
    expect(feed.rows[2]?.summary).toBe('changed')
  })

  it('leaves changed rows out that are older than what is loaded', () => {
    expect(seqsOf(feedAfter(load, loaded(1, [9, 8], true), arrived(2)))).toEqual([9, 8])
  })

  it('ignores the answer to an earlier load', () => {
    const feed = feedAfter(load, loadStatuses, loaded(1, [1]))
    expect(feed.rows).toEqual([])
    expect(feed.progress).toBe('first-page')
  })

  it('keeps the rows of the filter before until the first page is here, and nothing arrives among them', () => {
    const before = feedAfter(load, loaded(1, [2, 1]), loadStatuses)
    expect(before).toMatchObject({ isStale: true, listId: 0 })
    const meanwhile = callbackFeed(before, judged('kind:status', [3, 4], [4]))
    expect(seqsOf(meanwhile)).toEqual([2, 1])
    const after = callbackFeed(meanwhile, loaded(2, [1]))
    expect(seqsOf(after)).toEqual([4, 1])
    expect(after).toMatchObject({ isStale: false, listId: 1 })
  })

  it('shows no rows of another filter when their own could not be loaded', () => {
    expect(feedAfter(load, loaded(1, [2, 1]), loadStatuses, failed(2)).rows).toEqual([])
  })

  it('ignores what was judged by another filter', () => {
    const feed = feedAfter(load, loadStatuses, loaded(2, [1]), arrived(2))
    expect(seqsOf(feed)).toEqual([1])
  })

  it('shows what the filter shows, and drops a row that its change hides', () => {
    const feed = feedAfter(loadStatuses, loaded(1, [2, 1]), judged('kind:status', [2, 3, 4], [3]))
    expect(seqsOf(feed)).toEqual([3, 1])
  })

  it('keeps its rows when the next page cannot be loaded', () => {
    const feed = feedAfter(load, loaded(1, [2, 1], true), { kind: 'load-more', page: 'next-page' }, failed(2))
    expect(seqsOf(feed)).toEqual([2, 1])
    expect(feed.error?.code).toBe('CONNECTION_LOST')
    expect(feed.progress).toBe('idle')
  })

  it('loads anew when all it holds is deleted and there are others', () => {
    const gone: FeedAction = { kind: 'gone', seqs: [9, 8] }
    expect(feedAfter(load, loaded(1, [9, 8], true), gone)).toMatchObject({
      rows: [],
      progress: 'first-page',
      loadId: 2,
    })
    expect(feedAfter(load, loaded(1, [9, 8]), gone)).toMatchObject({ rows: [], progress: 'idle', loadId: 1 })
  })

  it('has no newest row while others are before those it holds', () => {
    const feed = feedAfter(load, loaded(1, [9, 8]))
    expect(newestRow({ ...feed, before: { count: 1, firstSeq: 10 } })).toBeNull()
  })

  it('loads the page before the rows it holds, and attaches what arrived meanwhile', () => {
    const cut = { ...feedAfter(load, loaded(1, [3, 2, 1])), before: { count: 2, firstSeq: 5 } }
    const steps: readonly FeedAction[] = [
      { kind: 'load-more', page: 'previous-page' },
      arrived(6),
      loaded(2, [5, 4]),
    ]
    const feed = steps.reduce(callbackFeed, cut)
    expect(seqsOf(feed)).toEqual([6, 5, 4, 3, 2, 1])
    expect(feed.before).toBeNull()
  })

  it('reads the page in view again, where the rows before it are no longer known', () => {
    const inView: FeedAction = { kind: 'load-more', page: 'page-in-view' }
    const steps = [load, loaded(1, [9, 8, 7, 6, 5], true), inView]
    const feed = feedAfter(...steps, arrived(40), loaded(2, [7, 5, 4], true))
    expect(seqsOf(feed)).toEqual([7, 5, 4])
    expect(feed).toMatchObject({ before: { count: 3, firstSeq: 40 }, hasMore: true, listId: 0 })
    expect(newestRow(feed)).toBeNull()
    const more = callbackFeed(feed, { kind: 'load-more', page: 'previous-page' })
    expect(seqsOf(callbackFeed(more, loaded(3, [40, 39, 9, 8])))).toEqual([40, 39, 9, 8, 7, 5, 4])
    expect(feedAfter(...steps, loaded(2, []))).toMatchObject({ progress: 'first-page', loadId: 3 })
  })

  it('never shows a row twice or out of order, however rows arrive', () => {
    const seqs = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(seqs), fc.boolean(), (batches, isOldest) => {
        const begin = isOldest ? loadOldest : load
        const shown = seqsOf(feedAfter(begin, loaded(1, []), ...batches.map((batch) => arrived(...batch))))
        const wanted = [...new Set(batches.flat())].sort((a, b) => (isOldest ? a - b : b - a))
        expect(shown).toEqual(wanted)
      }),
    )
  })
})
