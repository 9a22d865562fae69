import type { DatabaseSync } from 'node:sqlite'
import { NOTE_MAX } from '#shared/retention.ts'
import type { createIndexWriter } from './index-writer.ts'
import { inTransaction } from './open-database.ts'

type Deps = {
  /** The index, and the connection that may write `callbacks.db`. */
  readonly db: DatabaseSync
  readonly truth: DatabaseSync
  readonly writer: Pick<ReturnType<typeof createIndexWriter>, 'batch' | 'retag'>
}

/**
 * Gives pins and notes of repeated deliveries to the event they repeat, where everybody looks for them: an imported
 * callback brings its own, and only what is derived of it shows that it is a repeat. A note goes below one that is
 * there, unless that says the same or both are too long for one. Returns the events, whose rows change by that.
 */
export function createMarkMover({
  db,
  truth,
  writer,
}: Deps): (fromSeq: number, toSeq: number) => readonly number[] {
  const marked = ['pin', 'note'].map(
    (table) => `SELECT seq FROM truth.${table} WHERE seq BETWEEN :from AND :to`,
  )
  const ofRepeats = db.prepare(`SELECT c.seq AS seq, c.first_seq AS first_seq
    FROM (${marked.join(' UNION ')}) m CROSS JOIN callback c ON c.seq = m.seq WHERE c.first_seq IS NOT NULL`)
  const moves = [
    'INSERT OR IGNORE INTO pin SELECT :first, at_ms FROM pin WHERE seq = :seq',
    `INSERT INTO note SELECT :first, text, at_ms FROM note WHERE seq = :seq ON CONFLICT (seq) DO UPDATE
      SET text = note.text || :between || excluded.text
      WHERE instr(note.text, excluded.text) = 0 AND length(note.text || :between || excluded.text) <= ${NOTE_MAX}`,
    'DELETE FROM pin WHERE seq = :seq',
    'DELETE FROM note WHERE seq = :seq',
  ].map((sql) => truth.prepare(sql))
  for (const move of moves) move.setAllowUnknownNamedParameters(true)

  return (from, to) => {
    const repeats = ofRepeats.all({ from, to }).map((record) => ({
      seq: Number(record.seq),
      first: Number(record.first_seq),
    }))
    if (repeats.length === 0) return []
    inTransaction(truth, () => {
      for (const repeat of repeats) for (const move of moves) move.run({ ...repeat, between: '\n\n' })
    })
    const events = [...new Set(repeats.map(({ first }) => first))]
    writer.batch(() => events.forEach(writer.retag))
    return events
  }
}
