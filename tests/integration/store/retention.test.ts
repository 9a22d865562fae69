import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'

const MINUTE = 60_000
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
  store.setPin(2, true, 1)
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
  expect(await store.deleteEvents([1], 0)).toMatchObject({ count: 1 })
  await until(() => stored(folder).length === 1)
  expect(stored(folder)).toEqual([2])
  await store.settled()
  expect(await store.searchCount([])).toEqual({ count: 1, isExact: true })
})

test('what is deleted is hidden at once, and comes back when it is taken back in time', async () => {
  const { store, seqs, folder } = await storeOf(5)
  store.setPin(4, true, 1)
  const { batchId, count } = await store.deleteMatching(
    [{ field: 'text', value: 'x', match: 'words', isNegated: false }],
    MINUTE,
  )
  expect(count).toBe(4)
  expect(await seqs()).toEqual([4])
  expect(await store.searchCount([])).toEqual({ count: 1, isExact: true })
  expect(stored(folder)).toEqual([1, 2, 3, 4, 5])
  expect(await store.undoDelete(batchId)).toBe(true)
  expect(await seqs()).toEqual([1, 2, 3, 4, 5])
  expect(await store.undoDelete(batchId)).toBe(true)
})

test('a removal that was interrupted goes on after the next start', async () => {
  const folder = tempFolder()
  const first = await storeOf(4, folder)
  await first.store.deleteEvents([1, 2, 3], MINUTE)
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
