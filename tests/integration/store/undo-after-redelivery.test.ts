import { expect, test } from 'vitest'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const inAMinute = { undoMs: 60_000, includesKept: false }
const message = (uuid: string) =>
  intakeOf(JSON.stringify({ message_uuid: uuid, from: '1', to: '2', message_type: 'text', text: 'x' }))

async function storeOf(...uuids: readonly string[]) {
  const { store, allRows } = await openStore({ folder: tempFolder() })
  const deliver = async (uuid: string) => {
    await store.append(message(uuid))
    await store.settled()
  }
  for (const uuid of uuids) await deliver(uuid)
  const events = async () => (await allRows()).map(({ seq, attempts }) => ({ seq, attempts }))
  return { store, deliver, events }
}

test('an event that is taken back is one with what was delivered again meanwhile', async () => {
  const { store, deliver, events } = await storeOf('a', 'b')
  const { batchId } = await store.deleteEvents([1], inAMinute)
  await deliver('a')
  await deliver('a')
  await store.setPin(3, true, 1)
  expect(await events()).toEqual([
    { seq: 3, attempts: 2 },
    { seq: 2, attempts: 1 },
  ])

  expect(await store.undoDelete(batchId)).toBe(true)
  expect(await events()).toEqual([
    { seq: 2, attempts: 1 },
    { seq: 1, attempts: 3 },
  ])
  expect(await store.row(1)).toMatchObject({ isPinned: true })
  expect(store.sizes()).toMatchObject({ events: 2, callbacks: 4 })
  await deliver('a')
  expect(await events()).toEqual([
    { seq: 2, attempts: 1 },
    { seq: 1, attempts: 4 },
  ])
  expect(await store.searchCount([])).toEqual({ count: 2, isExact: true })
})

test.each([
  { what: 'the first one first', order: [0, 1] },
  { what: 'the later one first', order: [1, 0] },
])('two deletions of the same event are taken back, $what', async ({ order }) => {
  const { store, deliver, events } = await storeOf('a')
  const first = await store.deleteEvents([1], inAMinute)
  await deliver('a')
  const second = await store.deleteEvents([2], inAMinute)
  expect(await events()).toEqual([])
  const batches = [first.batchId, second.batchId]
  for (const index of order) expect(await store.undoDelete(batches[index] ?? 0)).toBe(true)
  expect(await events()).toEqual([{ seq: 1, attempts: 2 }])
  expect(store.sizes()).toMatchObject({ events: 1, callbacks: 2 })
})
