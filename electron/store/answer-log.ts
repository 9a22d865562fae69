import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** What the listener did with a callback. */
export type Answer = { readonly seq: number; readonly httpStatus: number; readonly durationMs: number }

const LogRecord = z.object({ id: z.int(), first_seq: z.int(), answers: z.instanceof(Uint8Array) })

/** Seq, status and duration of an answer, 8 bytes each. */
const FIELDS = 3

/**
 * Writes answers to `callbacks.db`, in the transaction of the callbacks that come after them. One row holds all of a
 * turn of the event loop: a row for each would cost the capture a fifth of its speed.
 */
export function createAnswerWriter(db: DatabaseSync): (answers: readonly Answer[]) => void {
  const insert = db.prepare('INSERT INTO answer_log (first_seq, last_seq, answers) VALUES (?, ?, ?)')
  return (answers) => {
    const packed = new Float64Array(answers.length * FIELDS)
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    for (const [index, { seq, httpStatus, durationMs }] of answers.entries()) {
      packed.set([seq, httpStatus, durationMs], index * FIELDS)
      first = Math.min(first, seq)
      last = Math.max(last, seq)
    }
    insert.run(first, last, new Uint8Array(packed.buffer))
  }
}

/**
 * Reads up to `limit` rows of answers in the order in which they were written, up to the first that answers only what
 * came in after `untilSeq`.
 */
export function createAnswerReader(db: DatabaseSync) {
  const behind = db.prepare('SELECT id, first_seq, answers FROM answer_log WHERE id > ? ORDER BY id LIMIT ?')
  return (behindId: number, untilSeq: number, limit: number) => {
    const rows: { readonly id: number; readonly answers: readonly Answer[] }[] = []
    for (const record of behind.iterate(behindId, limit)) {
      const { id, first_seq, answers } = LogRecord.parse(record)
      if (first_seq > untilSeq) break
      rows.push({ id, answers: unpacked(answers) })
    }
    return rows
  }
}

/** Callbacks answered in one turn came in near each other, unless an answer was delayed; such a row stays longer. */
const NEAR = 4_096

/** Removes rows of answers to callbacks from `fromSeq` to `toSeq` of which no callback is left. */
export function createAnswerRemover(db: DatabaseSync): (fromSeq: number, toSeq: number) => void {
  const remove = db.prepare(`DELETE FROM answer_log WHERE last_seq BETWEEN ? AND ? + ${NEAR}
    AND NOT EXISTS (SELECT 1 FROM intake WHERE seq BETWEEN first_seq AND last_seq)`)
  return (fromSeq, toSeq) => void remove.run(fromSeq, toSeq)
}

function unpacked(bytes: Uint8Array): readonly Answer[] {
  // A copy, since the bytes need not begin where numbers of 8 bytes may.
  const numbers = new Float64Array(bytes.slice().buffer)
  return Array.from({ length: Math.floor(numbers.length / FIELDS) }, (_, index) => {
    const [seq = 0, httpStatus = 0, durationMs = 0] = numbers.subarray(index * FIELDS, (index + 1) * FIELDS)
    return { seq, httpStatus, durationMs }
  })
}
