import { expect, test } from 'vitest'
import { callbackFeed, emptyFeed } from '../../../renderer/pages/callbacks/callback-feed.ts'
import { deletedWords } from '../../../renderer/pages/callbacks/deleting/deletion-words.ts'
import { rowAfter } from '../../../renderer/pages/callbacks/deleting/row-after.ts'
import { rowsOf } from './rows.ts'

test.each([
  [[5, 4, 3, 2, 1], [3], 2],
  [[5, 4, 3, 2, 1], [4, 2], 1],
  [[5, 4, 3], [3], 4],
  [[5, 4, 3], [4, 3], 5],
  [[5], [5], undefined],
])('of %j without %j, %j is selected', (shown, deleted, selected) => {
  expect(rowAfter(rowsOf(...shown), new Set(deleted))?.seq).toBe(selected)
})

test.each([
  [{ count: 1_204, kept: 0 }, '1,204 callbacks deleted.'],
  [{ count: 1, kept: 2 }, '1 callback deleted. 2 pinned or noted ones stay.'],
  [{ count: 0, kept: 1 }, 'Nothing was deleted. 1 pinned or noted one stays.'],
  [{ count: 0, kept: 0 }, 'There was nothing to delete.'],
])('%j: %s', (deleted, words) => {
  expect(deletedWords(deleted)).toBe(words)
})

test('rows that are gone leave the list, also those that arrived while a page was on its way', () => {
  const loading = callbackFeed(emptyFeed, { kind: 'load', filter: '', order: 'newest' })
  const arrived = callbackFeed(loading, { kind: 'arrived', rows: rowsOf(9, 8), filter: '', shown: null })
  const gone = callbackFeed(arrived, { kind: 'gone', seqs: [9] })
  // The page that is on its way may be older than the deletion.
  const stale = callbackFeed(gone, {
    kind: 'loaded',
    loadId: loading.loadId,
    page: { rows: rowsOf(9, 7), hasMore: false },
  })
  expect(stale.progress).toBe('first-page')
  const page = { rows: rowsOf(8, 7), hasMore: false }
  const loaded = callbackFeed(stale, { kind: 'loaded', loadId: stale.loadId, page })
  expect(loaded.rows.map(({ seq }) => seq)).toEqual([8, 7])
  expect(callbackFeed(loaded, { kind: 'gone', seqs: [7] }).rows.map(({ seq }) => seq)).toEqual([8])
})
