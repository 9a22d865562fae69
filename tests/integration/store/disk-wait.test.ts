import { fstatSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { createDiskWait } from '#electron/store/disk-wait.ts'
import { createIntakeLog } from '#electron/store/intake-log.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { truthFile } from '#electron/store/open-index.ts'
import { intakeOf } from '../../support/intakes.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { turns, until } from '../../support/turn.ts'

/** A capture on a disk that takes what it is given only when it is told to. */
function openOnSlowDisk() {
  const file = truthFile(tempFolder())
  const db = openDatabase(file)
  const waits: {
    readonly sizeBytes: number
    readonly done: () => void
    readonly fail: (error: Error) => void
  }[] = []
  const disk = createDiskWait(db, file, (sideFile) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    waits.push({ sizeBytes: fstatSync(sideFile).size, done: resolve, fail: reject })
    return promise
  })
  const stored: number[] = []
  const log = createIntakeLog({
    ...{ db, disk },
    onStored: () => stored.push(waits.length),
    onAnswersLost: () => undefined,
  })
  const answered: string[] = []
  const other = new DatabaseSync(file, { readOnly: true })
  const count = other.prepare('SELECT count(*) AS n FROM intake')
  onTestFinished(() => {
    other.close()
    db.close()
  })
  return {
    ...{ file, disk, log, waits, answered, stored },
    written: () => Number(count.get()?.n),
    append(name: string): void {
      log.append(intakeOf('{}')).then(
        (seq) => answered.push(`${name} ${seq}`),
        (error: Error) => answered.push(`${name} ${error.message}`),
      )
    },
  }
}

test('nothing is acknowledged before the disk has it, whose wait begins after the commit', async () => {
  const { append, written, waits, answered, stored, file } = openOnSlowDisk()
  append('a')
  append('b')
  await until(() => waits.length === 1)
  expect(written()).toBe(2)
  expect(waits[0]?.sizeBytes).toBe(statSync(`${file}-wal`).size)
  await turns(5)
  expect(answered).toEqual([])
  expect(stored).toEqual([])
  waits[0]?.done()
  await until(() => answered.length === 2)
  expect(answered).toEqual(['a 1', 'b 2'])
  expect(stored).toEqual([1])
})

test('what is committed while the disk is busy shares the next wait, and is not helped by the one before', async () => {
  const { append, written, waits, answered } = openOnSlowDisk()
  append('a')
  await until(() => waits.length === 1)
  append('b')
  await until(() => written() === 2)
  append('c')
  await until(() => written() === 3)
  expect(waits).toHaveLength(1)
  waits[0]?.done()
  await until(() => waits.length === 2)
  expect(answered).toEqual(['a 1'])
  waits[1]?.done()
  await until(() => answered.length === 3)
  expect(answered).toEqual(['a 1', 'b 2', 'c 3'])
})

test('a disk that fails acknowledges none of those who waited; the next ones are tried anew', async () => {
  const { append, waits, answered } = openOnSlowDisk()
  append('a')
  await until(() => waits.length === 1)
  append('b')
  await turns(3)
  waits[0]?.fail(new Error('EIO: i/o error, fdatasync'))
  await until(() => waits.length === 2)
  waits[1]?.done()
  await until(() => answered.length === 2)
  expect(answered).toEqual(['a A callback could not be stored, so it was not acknowledged.', 'b 2'])
})

test('where only a crash has to be survived, the commit is enough', async () => {
  const { append, disk, waits, answered } = openOnSlowDisk()
  disk.setDurability('crash')
  append('a')
  await until(() => answered.length === 1)
  expect(answered).toEqual(['a 1'])
  expect(waits).toEqual([])
  disk.setDurability('power-loss')
  append('b')
  await until(() => waits.length === 1)
  expect(answered).toEqual(['a 1'])
})

test('answers alone wait for no disk', async () => {
  const { append, log, waits, stored } = openOnSlowDisk()
  append('a')
  await until(() => waits.length === 1)
  waits[0]?.done()
  await until(() => stored.length === 1)
  log.answered({ seq: 1, httpStatus: 200, durationMs: 1 })
  log.flush()
  expect(stored).toHaveLength(2)
  expect(waits).toHaveLength(1)
})
