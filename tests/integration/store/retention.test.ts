import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { SearchQuery } from '#shared/search/query.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'

const MINUTE = 60_000
const atOnce = { undoMs: 0, includesKept: false }
const inAMinute = { undoMs: MINUTE, includesKept: false }
const unlimited = { maxCallbacks: null, maxAgeMs: null, maxBytes: null }
const message = (n: number, change: object = {}) =>
  JSON.stringify({
    message_uuid: `m${n}`,
    channel: 'messenger',
    to: '1',
    from: '2',
    message_type: 'text',
    text: 'x',
    ...change,
  })

async function storeOf(count: number, folder = tempFolder()) {
  const opened = await openStore({ folder })
  for (let n = 1; n <= count; n += 1) {
    const receivedAtMs = Date.now() - (count - n) * MINUTE
    await opened.store.append(intakeOf(message(n), { receivedAtMs }))
  }
  await opened.store.settled()
  const seqs = async () => (await opened.allRows()).map(({ seq }) => seq).toReversed()
  return { ...opened, seqs }
}

/** What is in the files, whatever is shown. */
function stored(folder: string): readonly number[] {
  const db = new DatabaseSync(join(folder, 'callbacks.db'), { readOnly: true })
  const seqs = db
    .prepare('SELECT seq FROM intake ORDER BY seq')
    .all()
    .map(({ seq }) => Number(seq))
  db.close()
  return seqs
}

test.each([
  ['count', { ...unlimited, maxCallbacks: 4 }, [2, 5, 6, 7]],
  ['age', { ...unlimited, maxAgeMs: 2.5 * MINUTE }, [2, 5, 6, 7]],
])('pruning by %s removes the oldest and leaves pinned ones', async (_name, limits, left) => {
  const { store, seqs, folder } = await storeOf(7)
  await store.setPin(2, true, 1)
  expect(await store.prune(limits)).toBe(3)
  expect(await seqs()).toEqual(left)
  expect(stored(folder)).toEqual(left)
  expect(store.sizes().callbacks).toBe(4)
  expect(await store.pins()).toEqual([2])
})

test('pruning by size leaves noted ones, and sizes say what is left', async () => {
  const { store, seqs } = await storeOf(6)
  const each = store.sizes().bytes / 6
  await store.setNote(1, 'keep', 1)
  expect(await store.prune({ ...unlimited, maxBytes: each * 3 })).toBe(3)
  expect(await seqs()).toEqual([1, 5, 6])
  expect(store.sizes()).toMatchObject({ events: 3, callbacks: 3, bytes: each * 3 })
  expect(await store.noteOf(1)).toBe('keep')
})

test('a repeated delivery goes with the event it repeats', async () => {
  const { store, folder } = await storeOf(2)
  await store.append(intakeOf(message(1)))
  await store.settled()
  expect(await store.deleteEvents([1], atOnce)).toMatchObject({ count: 1 })
  await until(() => stored(folder).length === 1)
  expect(stored(folder)).toEqual([2])
  await store.settled()
  expect(await store.searchCount([])).toEqual({ count: 1, isExact: true })
})

test('what is deleted is hidden at once, and comes back when it is taken back in time', async () => {
  const { store, seqs, folder } = await storeOf(5)
  await store.setPin(4, true, 1)
  const query: SearchQuery = [{ field: 'text', value: 'x', match: 'words', isNegated: false }]
  const { batchId, count, kept } = await store.deleteMatching(query, inAMinute)
  expect([count, kept]).toEqual([4, 1])
  expect(store.sizes()).toMatchObject({ events: 1, callbacks: 1 })
  expect([await store.row(1), await store.row(4)]).toEqual([
    null,
    expect.objectContaining({ isPinned: true }),
  ])
  expect(await seqs()).toEqual([4])
  expect(await store.searchCount([])).toEqual({ count: 1, isExact: true })
  expect(await store.searchCount([{ field: 'kind', value: 'status', isNegated: false }])).toEqual({
    count: 0,
    isExact: true,
  })
  expect(stored(folder)).toEqual([1, 2, 3, 4, 5])
  expect(await store.undoDelete(batchId)).toBe(true)
  expect(await seqs()).toEqual([1, 2, 3, 4, 5])
  expect(await store.undoDelete(batchId)).toBe(false)
  expect(store.sizes()).toMatchObject({ events: 5, callbacks: 5 })
})

test('a removal that was interrupted goes on after the next start', async () => {
  const folder = tempFolder()
  const first = await storeOf(4, folder)
  await first.store.deleteEvents([1, 2, 3], inAMinute)
  await first.close()
  // As a kill leaves it in the middle: due, one of them gone from the one file and not from the other.
  const index = new DatabaseSync(join(folder, 'index.db'))
  index.exec('UPDATE trash_batch SET due_at_ms = 0')
  index.close()
  const truth = new DatabaseSync(join(folder, 'callbacks.db'))
  truth.exec('DELETE FROM intake WHERE seq = 1')
  truth.close()
  const second = await openStore({ folder })
  await until(() => stored(folder).length === 1)
  await until(async () => (await second.store.searchCount([])).count === 1 && second.store.count() === 1)
  expect((await second.allRows()).map(({ seq }) => seq)).toEqual([4])
})

test('a deletion that was not decided yet when the app ended is taken back, one that was is finished', async () => {
  const folder = tempFolder()
  const first = await storeOf(4, folder)
  await first.store.deleteEvents([1], inAMinute)
  await first.close()
  // As a kill leaves it while a large deletion is still being marked.
  const index = new DatabaseSync(join(folder, 'index.db'))
  index.exec('UPDATE trash_batch SET due_at_ms = 0')
  index.exec(`INSERT INTO trash_batch (id, due_at_ms, events) VALUES (9, ${Number.MAX_SAFE_INTEGER}, 2)`)
  index.exec('INSERT INTO trash VALUES (2, 9), (3, 9)')
  index.close()
  const second = await openStore({ folder })
  await until(() => stored(folder).length === 3)
  await until(() => second.store.count() === 3)
  expect((await second.allRows()).map(({ seq }) => seq)).toEqual([4, 3, 2])
})

test('what is delivered again after it was deleted is a callback of its own', async () => {
  const { store, seqs, folder } = await storeOf(2)
  await store.deleteEvents([1], atOnce)
  await store.append(intakeOf(message(1)))
  await store.settled()
  await until(() => stored(folder).length === 2)
  expect(await seqs()).toEqual([2, 3])
  expect(store.count()).toBe(2)
})

test('pinned and noted ones go with the others only when asked for, their marks with them', async () => {
  const { store, folder } = await storeOf(3)
  await store.setPin(1, true, 1)
  await store.setNote(2, 'keep', 1)
  expect(await store.deleteEvents([1, 2], atOnce)).toMatchObject({ count: 0, kept: 2 })
  expect(await store.kept()).toBe(2)
  expect(await store.deleteMatching([], { undoMs: 0, includesKept: true })).toMatchObject({
    count: 3,
    kept: 0,
  })
  await until(() => stored(folder).length === 0)
  await until(async () => (await store.kept()) === 0)
  expect(store.sizes()).toMatchObject({ events: 0, callbacks: 0, bytes: 0 })
})

test('marks are found by the filter, shown in rows, and survive an index that is made anew', async () => {
  const folder = tempFolder()
  const first = await storeOf(3, folder)
  await first.store.setPin(1, true, 1)
  await first.store.setPin(2, true, 1)
  await first.store.setPin(2, false, 1)
  await first.store.setNote(3, 'look', 1)
  await first.close()
  const index = new DatabaseSync(join(folder, 'index.db'))
  index.exec('PRAGMA user_version = 0')
  index.close()
  const { store, allRows } = await openStore({ folder })
  await store.settled()
  const marks = (await allRows()).map(({ seq, isPinned, hasNote }) => ({ seq, isPinned, hasNote }))
  expect(marks).toEqual([
    { seq: 3, isPinned: false, hasNote: true },
    { seq: 2, isPinned: false, hasNote: false },
    { seq: 1, isPinned: true, hasNote: false },
  ])
  const page = { order: 'newest', behindSeq: null, limit: 9 } as const
  expect(await store.searchSeqs([{ field: 'is', value: 'pinned', isNegated: false }], page)).toEqual([1])
  expect(await store.searchSeqs([{ field: 'is', value: 'pinned', isNegated: true }], page)).toEqual([3, 2])
  expect(await store.searchSeqs([{ field: 'has', value: 'note', isNegated: false }], page)).toEqual([3])
})

test('captures and other calls get through while many are deleted, pruned and removed', async () => {
  const { store, folder, published } = await openStore()
  const append = (from: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => store.append(intakeOf(message(from + n)))))
  await append(0, 500)
  await store.settled()
  const deleting = store.deleteMatching([], atOnce)
  await append(9_000, 1)
  expect((await deleting).count).toBe(500)
  await append(10_000, 1_500)
  await store.settled()
  await until(() => stored(folder).length === 1_501)
  let isPruned = false
  const pruning = store.prune({ ...unlimited, maxCallbacks: 100 }).finally(() => {
    isPruned = true
  })
  let answered = 0
  while (!isPruned) {
    await store.describe(2_001)
    answered += 1
  }
  expect(await pruning).toBe(1_401)
  expect(answered).toBeGreaterThan(2)
  expect(stored(folder)).toHaveLength(100)
  expect(store.count()).toBe(100)
  const gone = published.events.flatMap((event) => (event.kind === 'gone' ? event.seqs : []))
  expect(gone).toHaveLength(1_401)
})
