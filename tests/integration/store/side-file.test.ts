import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createIntakeWriter } from '#electron/store/intake.ts'
import { mergeSideFile, openDatabase } from '#electron/store/open-database.ts'
import { truthFile } from '#electron/store/open-index.ts'
import { intakeOf } from '../../support/intakes.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const refuse = (error: Error) => {
  throw error
}

test('a side file that was merged to its end does not grow with the next callbacks', () => {
  const folder = tempFolder()
  const [capture, indexer] = [openDatabase(truthFile(folder)), openDatabase(truthFile(folder))]
  const write = createIntakeWriter(capture)
  const sizeBytes = () => statSync(`${truthFile(folder)}-wal`).size
  const writeSome = () => {
    for (let count = 0; count < 50; count += 1) write(intakeOf('{}'))
  }
  writeSome()
  mergeSideFile(indexer, refuse)
  write(intakeOf('{}'))
  const grownBytes = sizeBytes()
  mergeSideFile(capture, refuse)
  writeSome()
  expect(sizeBytes()).toBeLessThanOrEqual(grownBytes)
  capture.close()
  indexer.close()
})

test('what cannot be merged is told of and stays where it is', () => {
  const file = truthFile(tempFolder())
  const db = openDatabase(file)
  createIntakeWriter(db)(intakeOf('{}'))
  const failures: string[] = []
  const broken = new DatabaseSync(file)
  broken.close()
  mergeSideFile(broken, ({ explanation }) => failures.push(explanation.code))
  expect(failures).toEqual(['STORE_FAILED'])
  expect(db.prepare('SELECT count(*) AS n FROM intake').get()?.n).toBe(1)
  db.close()
})

test('a file of earlier pages keeps them and is written as before', () => {
  const file = join(tempFolder(), 'callbacks.db')
  const earlier = new DatabaseSync(file)
  earlier.exec(
    'PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; CREATE TABLE earlier (id); DROP TABLE earlier',
  )
  earlier.close()
  const db = openDatabase(file)
  expect(db.prepare('PRAGMA page_size').get()?.page_size).toBe(4096)
  expect(db.prepare('PRAGMA wal_autocheckpoint').get()?.wal_autocheckpoint).toBe(8192)
  expect(createIntakeWriter(db)(intakeOf('{}'))).toBe(1)
  db.close()
})
