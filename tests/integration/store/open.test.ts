import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { lockDataFolder } from '#electron/store/data-folder-lock.ts'
import { migrations } from '#electron/store/migrations.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof WorkbenchError ? error.explanation.code : String(error)
  }
  return 'no error'
}

describe('opening the database', () => {
  test('makes a file for this user only, in the newest layout, that survives a crash of the machine', () => {
    const file = join(tempFolder(), 'callbacks.db')
    const db = openDatabase(file)
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600)
    db.close()
  })

  test('a second time changes nothing', () => {
    const file = join(tempFolder(), 'callbacks.db')
    const layout = () => {
      const db = openDatabase(file)
      const tables = db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all()
      db.close()
      return tables
    }
    expect(layout()).toEqual(layout())
  })

  test.each(['DELETE', 'WAL'])('of a newer version is refused and leaves a %s file untouched', (mode) => {
    const file = join(tempFolder(), 'callbacks.db')
    const newer = new DatabaseSync(file)
    newer.exec(`PRAGMA journal_mode = ${mode}; CREATE TABLE later (a); INSERT INTO later VALUES (1);
      PRAGMA user_version = ${migrations.length + 1}`)
    newer.close()
    const before = readFileSync(file)
    expect(codeOf(() => openDatabase(file))).toBe('STORE_TOO_NEW')
    expect(readFileSync(file)).toEqual(before)
  })

  test('of a newer version that crashed leaves what it had not yet merged', () => {
    const folder = tempFolder()
    const source = join(folder, 'source.db')
    const newer = new DatabaseSync(source)
    newer.exec(`PRAGMA journal_mode = WAL; PRAGMA user_version = ${migrations.length + 1};
      CREATE TABLE later (a); INSERT INTO later VALUES (1)`)
    // A copy taken while it is open is what a crash leaves behind.
    const file = join(folder, 'callbacks.db')
    for (const end of ['', '-wal']) writeFileSync(`${file}${end}`, readFileSync(`${source}${end}`))
    newer.close()
    const before = [readFileSync(file), readFileSync(`${file}-wal`)]
    expect(codeOf(() => openDatabase(file))).toBe('STORE_TOO_NEW')
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before)
  })

  test('that is no database says so and leaves it', () => {
    const file = join(tempFolder(), 'callbacks.db')
    writeFileSync(
      file,
      'This is my shopping list, and long enough to be taken for a file of some kind.'.repeat(20),
    )
    const before = readFileSync(file)
    expect(codeOf(() => openDatabase(file))).toBe('STORE_FAILED')
    expect(readFileSync(file)).toEqual(before)
  })
})

const textBody = (text: string) =>
  JSON.stringify({ message_uuid: text, message_type: 'text', text, to: '1', from: '2', channel: 'messenger' })

/** What a loss of power can leave: the index on disk, the newest callbacks not; or an old file that was put back. */
test('callbacks that get the numbers of lost ones are listed', async () => {
  const folder = tempFolder()
  const captured = async (texts: readonly string[]) => {
    const opened = await openStore({ folder })
    for (const text of texts) await opened.store.append(intakeOf(textBody(text)))
    await opened.store.settled()
    return opened
  }
  const file = join(folder, 'callbacks.db')
  const first = await captured(['kept'])
  await first.close()
  const older = readFileSync(file)
  const second = await captured(['lost', 'lost too'])
  await second.store.deleteEvents([2], { undoMs: 60_000, includesKept: true })
  await second.close()

  writeFileSync(file, older)
  const { store, allRows } = await captured(['new'])
  expect((await allRows()).map(({ seq, summary }) => [seq, summary])).toEqual([
    [2, 'new'],
    [1, 'kept'],
  ])
  expect(store.sizes()).toMatchObject({ events: 2, callbacks: 2 })
})

describe('the lock of a data folder', () => {
  test('is held by one at a time', () => {
    const folder = tempFolder()
    const release = lockDataFolder(folder)
    expect(codeOf(() => lockDataFolder(folder))).toBe('DATA_FOLDER_IN_USE')
    release()
    lockDataFolder(folder)()
  })

  test.each([['is a file of something else', 'no database '.repeat(100)]])(
    'that %s does not pass for another workbench',
    (_name, content) => {
      const folder = tempFolder()
      writeFileSync(join(folder, 'workbench.lock'), content)
      expect(codeOf(() => lockDataFolder(folder))).toBe('DATA_FOLDER_UNUSABLE')
    },
  )

  test('in a folder that is gone says that the folder cannot be used', () => {
    const folder = join(tempFolder(), 'gone')
    expect(existsSync(folder)).toBe(false)
    expect(codeOf(() => lockDataFolder(folder))).toBe('DATA_FOLDER_UNUSABLE')
  })
})
