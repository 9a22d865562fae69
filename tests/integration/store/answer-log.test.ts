import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Answer, createAnswerReader, createAnswerWriter } from '#electron/store/answer-log.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const answer = (seq: number): Answer => ({ seq, httpStatus: 200, durationMs: 1.5 })

function openLog() {
  const db = openDatabase(join(tempFolder(), 'callbacks.db'))
  onTestFinished(() => db.close())
  return { write: createAnswerWriter(db), read: createAnswerReader(db) }
}

test('answers come back as they were given, from where the last look ended', () => {
  const { write, read } = openLog()
  write([answer(1), { seq: 2, httpStatus: 503, durationMs: 0.25 }])
  write([answer(3)])
  expect(read(0, 10, 50).map(({ answers }) => answers)).toEqual([
    [answer(1), { seq: 2, httpStatus: 503, durationMs: 0.25 }],
    [answer(3)],
  ])
  expect(read(1, 10, 50)).toEqual([{ id: 2, answers: [answer(3)] }])
  expect(read(0, 10, 1)).toHaveLength(1)
})

test('answers to what has not been looked at wait, and so does all behind them', () => {
  const { write, read } = openLog()
  write([answer(1), answer(4)])
  write([answer(5)])
  write([answer(2)])
  expect(read(0, 0, 50)).toEqual([])
  expect(read(0, 3, 50).map(({ id }) => id)).toEqual([1])
  expect(read(0, 5, 50).map(({ id }) => id)).toEqual([1, 2, 3])
})
