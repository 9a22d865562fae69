import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { NOTE_MAX } from '#shared/retention.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'

const message = (uuid: string) =>
  intakeOf(JSON.stringify({ message_uuid: uuid, from: '1', to: '2', message_type: 'text', text: 'x' }))

const marked = (uuid: string, note: string | null) => ({
  ...{ intake: message(uuid), answer: null, pinnedAtMs: 5 },
  note: note === null ? null : { text: note, atMs: 6 },
})

async function storeOf(...uuids: readonly string[]) {
  const opened = await openStore({ folder: tempFolder() })
  for (const uuid of uuids) await opened.store.append(message(uuid))
  await opened.store.settled()
  const found = async (filter: string) => {
    const parsed = parseQuery(filter, 0)
    if (!parsed.ok) throw new Error(filter)
    return (await opened.store.search(parsed.query, { order: 'oldest', behindSeq: null, limit: 9 })).map(
      ({ seq }) => seq,
    )
  }
  return { ...opened, found }
}

test('an imported repeat gives its pin and note to the event that is there', async () => {
  const { store, found } = await storeOf('a', 'b')
  await store.importBatch({ callbacks: [marked('a', 'ask Bob'), marked('c', null)], replies: [] }, 1)
  await store.settled()
  expect(await store.row(1)).toMatchObject({ attempts: 2, isPinned: true, hasNote: true })
  expect(await store.noteOf(1)).toBe('ask Bob')
  expect(await found('has:note')).toEqual([1])
  expect(await found('is:pinned')).toEqual([1, 4])
  expect(await store.kept()).toBe(2)
  expect(await store.deleteEvents([1], { undoMs: 0, includesKept: false })).toMatchObject({ kept: 1 })
})

test.each([
  { what: 'goes below another', before: 'mine', added: 'theirs', after: 'mine\n\ntheirs' },
  { what: 'that says the same is one', before: 'ask Bob today', added: 'ask Bob', after: 'ask Bob today' },
  {
    what: 'too long for both leaves what is there',
    before: 'm'.repeat(NOTE_MAX - 5),
    added: 'theirs',
    after: 'm'.repeat(NOTE_MAX - 5),
  },
])('an imported note $what', async ({ before, added, after }) => {
  const { store } = await storeOf('a')
  await store.setNote(1, before, 1)
  await store.importBatch({ callbacks: [marked('a', added)], replies: [] }, 1)
  await store.settled()
  expect(await store.noteOf(1)).toBe(after)
  expect(await store.kept()).toBe(1)
})

test('marks that an earlier import left on a repeat are found after the next start', async () => {
  const folder = tempFolder()
  const first = await openStore({ folder })
  for (const uuid of ['a', 'a']) await first.store.append(message(uuid))
  await first.store.settled()
  await first.close()
  const truth = new DatabaseSync(join(folder, 'callbacks.db'))
  truth.exec("INSERT INTO pin VALUES (2, 5); INSERT INTO note VALUES (2, 'ask Bob', 6)")
  truth.close()
  const { store } = await openStore({ folder })
  await until(async () => (await store.noteOf(1)) === 'ask Bob')
  await until(async () => (await store.row(1))?.isPinned === true)
  expect(await store.kept()).toBe(1)
})
