import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createIntakeWriter } from '#electron/store/intake.ts'
import { migrations } from '#electron/store/migrations.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'

/** Of files whose numbers SQLite gave. */
const STEPS_BEFORE = 6
const atOnce = { undoMs: 0, includesKept: false }

test.each([
  { what: 'the newest', removed: [3], left: 2 },
  { what: 'the newest two', removed: [2, 3], left: 1 },
  { what: 'all', removed: [1, 2, 3], left: 0 },
  { what: 'an older one', removed: [1], left: 2 },
])('no number is given twice after $what of the callbacks has been removed', async ({ removed, left }) => {
  const folder = tempFolder()
  const first = await openStore({ folder })
  for (const seq of [1, 2, 3])
    expect(await first.store.append(intakeOf(`{"message_uuid":"${seq}"}`))).toBe(seq)
  await first.store.settled()
  await first.store.deleteEvents(removed, atOnce)
  await until(() => stored(folder) === left)
  await first.close()

  const second = await openStore({ folder })
  expect(await second.store.append(intakeOf('{"message_uuid":"4"}'))).toBe(4)
  await second.store.settled()
  expect(second.store.count()).toBe(left + 1)
})

test('a file of before knows which numbers it gave', () => {
  const file = join(tempFolder(), 'callbacks.db')
  const earlier = new DatabaseSync(file)
  const steps = migrations
    .slice(0, STEPS_BEFORE)
    .map((sql) => sql.replace('seq INTEGER PRIMARY KEY,', 'seq INTEGER PRIMARY KEY AUTOINCREMENT,'))
  earlier.exec(`${steps.join('\n')}; PRAGMA user_version = ${STEPS_BEFORE};`)
  const insert = earlier.prepare(
    "INSERT INTO intake (received_at_ms, route, method, path, headers, body) VALUES (1, 'inbound', 'POST', '/', '[]', x'')",
  )
  for (let count = 0; count < 3; count += 1) insert.run()
  earlier.exec('DELETE FROM intake WHERE seq > 1')
  earlier.close()

  const db = openDatabase(file)
  expect(createIntakeWriter(db)(intakeOf('{}'))).toBe(4)
  db.close()
})

test('an import and a capture never ask for the same number', async () => {
  const { store } = await openStore({ folder: tempFolder() })
  const callback = { intake: intakeOf('{}'), answer: null, pinnedAtMs: null, note: null }
  await store.append(intakeOf('{"message_uuid":"1"}'))
  await store.importBatch({ callbacks: [callback, callback], replies: [] }, 1)
  expect(await store.append(intakeOf('{"message_uuid":"4"}'))).toBe(4)
})

function stored(folder: string): number {
  const db = new DatabaseSync(join(folder, 'callbacks.db'), { readOnly: true, timeout: 5_000 })
  const n = Number(db.prepare('SELECT count(*) AS n FROM intake').get()?.n)
  db.close()
  return n
}
