import type { DatabaseSync } from 'node:sqlite'
import type { createIndexWriter } from './index-writer.ts'
import type { createIntakeReader } from './intake-reader.ts'
import type { createMarkMover } from './mark-mover.ts'
import type { createTolerantWriter } from './tolerant-writer.ts'

type Deps = {
  readonly db: DatabaseSync
  readonly writer: Pick<ReturnType<typeof createIndexWriter>, 'batch' | 'repeatsOf'>
  readonly tolerant: Pick<ReturnType<typeof createTolerantWriter>, 'put'>
  readonly intakeOf: ReturnType<typeof createIntakeReader>['one']
  readonly moveMarks: ReturnType<typeof createMarkMover>
}

/**
 * What is delivered again while its event is thrown away is an event of its own. When that one is taken back, both are
 * one again: what came later is derived anew, with its repeats, and gives its pin and note to the first.
 */
export function createRepeatJoiner({ db, writer, tolerant, intakeOf, moveMarks }: Deps) {
  const sameEvents = db.prepare(`SELECT d.seq AS seq FROM callback c
    CROSS JOIN callback d ON d.message_uuid = c.message_uuid AND d.kind = c.kind AND d.content_hash = c.content_hash
    WHERE c.seq = ? AND d.first_seq IS NULL AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = d.seq)
    ORDER BY d.seq`)

  /** The later ones of the events that are the same as this one, each before its repeats. */
  function laterThan(seq: number): readonly number[] {
    const [, ...later] = sameEvents.all(seq).map((record) => Number(record.seq))
    return later.flatMap((event) => [event, ...writer.repeatsOf(event)])
  }

  return (shownAgain: readonly number[]): void => {
    const later = writer.batch(() => {
      const seqs = [...new Set(shownAgain.flatMap(laterThan))]
      for (const seq of seqs) {
        const intake = intakeOf(seq)
        if (intake !== null) tolerant.put(intake)
      }
      return seqs
    })
    if (later.length > 0) moveMarks(Math.min(...later), Math.max(...later))
  }
}
