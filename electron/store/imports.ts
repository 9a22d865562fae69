import type { DatabaseSync } from 'node:sqlite'
import { type Answer, createAnswerWriter } from './answer-log.ts'
import type { Intake, WriteIntake } from './intake.ts'
import { createMarks } from './marks.ts'
import { inTransaction, storeFailed } from './open-database.ts'
import { createReplyWriter, type StoredReply } from './replies.ts'

/** A captured request out of a file. */
export type ImportedCallback = {
  readonly intake: Intake
  readonly answer: Omit<Answer, 'seq'> | null
  readonly pinnedAtMs: number | null
  readonly note: { readonly text: string; readonly atMs: number } | null
}
export type ImportedBatch = {
  readonly callbacks: readonly ImportedCallback[]
  readonly replies: readonly StoredReply[]
}

/** What an import has added. */
export type Imported = {
  readonly lastSeq: number | null
  /** Those that were not there yet, with their message_uuids. */
  readonly replies: readonly { readonly reply: StoredReply; readonly messageUuid: string | null }[]
}

type Range = { readonly fromSeq: number; readonly toSeq: number; readonly atMs: number }

/** Batches of one import that follow each other are one range. */
const SAME_IMPORT_MS = 60_000

/**
 * Adds what comes out of files, in one transaction per batch, and knows which callbacks came that way: they were not
 * captured here, so they prove nothing and are never passed on.
 */
export function createImports(db: DatabaseSync, writeIntake: WriteIntake) {
  const writeAnswers = createAnswerWriter(db)
  const saveReply = createReplyWriter(db)
  const marks = createMarks(db)
  const hasReply = db.prepare('SELECT 1 FROM reply WHERE id = ?')
  const putRange = db.prepare('INSERT INTO imported (from_seq, to_seq, at_ms) VALUES (?, ?, ?)')
  const growRange = db.prepare('UPDATE imported SET to_seq = ? WHERE from_seq = ?')
  const ranges: Range[] = db
    .prepare('SELECT from_seq, to_seq, at_ms FROM imported ORDER BY from_seq')
    .all()
    .map((record) => ({
      fromSeq: Number(record.from_seq),
      toSeq: Number(record.to_seq),
      atMs: Number(record.at_ms),
    }))

  function writeCallback({ intake, answer, pinnedAtMs, note }: ImportedCallback) {
    const seq = writeIntake(intake)
    if (pinnedAtMs !== null) marks.setPin(seq, true, pinnedAtMs)
    if (note !== null) marks.setNote(seq, note.text, note.atMs)
    return { seq, answer: answer === null ? null : { seq, ...answer } }
  }

  function noteRange(fromSeq: number, toSeq: number, atMs: number): Range {
    const last = ranges.at(-1)
    if (last?.toSeq !== fromSeq - 1 || atMs - last.atMs > SAME_IMPORT_MS) {
      putRange.run(fromSeq, toSeq, atMs)
      return { fromSeq, toSeq, atMs }
    }
    growRange.run(toSeq, last.fromSeq)
    return { ...last, toSeq }
  }

  function write({ callbacks, replies }: ImportedBatch, atMs: number) {
    const written = callbacks.map(writeCallback)
    const answers = written.flatMap(({ answer }) => answer ?? [])
    if (answers.length > 0) writeAnswers(answers)
    const [first, last] = [written[0]?.seq, written.at(-1)?.seq]
    const range = first === undefined || last === undefined ? null : noteRange(first, last, atMs)
    const fresh = replies.filter(({ id }) => hasReply.get(id) === undefined)
    return { written, range, replies: fresh.map((reply) => ({ reply, messageUuid: saveReply(reply) })) }
  }

  return {
    /** `atMs`: when the import is. Throws STORE_FAILED; then nothing of the batch is stored. */
    put(batch: ImportedBatch, atMs: number): Imported {
      try {
        const { written, range, replies } = inTransaction(db, () => write(batch, atMs))
        if (range !== null && ranges.at(-1)?.fromSeq === range.fromSeq) ranges.pop()
        if (range !== null) ranges.push(range)
        return { lastSeq: written.at(-1)?.seq ?? null, replies }
      } catch (error) {
        throw storeFailed('A part of the file could not be stored.', error)
      }
    },
    /** Whether a callback came out of a file. */
    has: (seq: number) => ranges.some(({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq),
  }
}
