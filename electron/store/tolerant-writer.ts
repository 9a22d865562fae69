import type { DatabaseSync } from 'node:sqlite'
import type { DerivedCallback } from './derive.ts'
import { explainFailure } from './explain-failure.ts'
import type { createIndexWriter } from './index-writer.ts'
import type { StoredIntake } from './intake.ts'
import type { StoreEvent } from './store-events.ts'

type Deps = {
  readonly db: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly intakeOf: (seq: number) => StoredIntake | null
  readonly tell: (event: StoreEvent) => void
}

/** Derives callbacks; one that cannot be is set aside for the next start, so that it does not hold up the others. */
export function createTolerantWriter({ db, writer, intakeOf, tell }: Deps) {
  const noteFailed = db.prepare('INSERT OR REPLACE INTO failed VALUES (?, ?)')
  const clearFailed = db.prepare('DELETE FROM failed')
  const allFailed = db.prepare('SELECT seq FROM failed ORDER BY seq')

  function put(intake: StoredIntake): readonly DerivedCallback[] {
    try {
      return [writer.put(intake)]
    } catch (error) {
      const explanation = explainFailure(error)
      noteFailed.run(intake.seq, explanation.why)
      tell({ kind: 'trouble', what: 'A callback was stored but could not be read.', explanation })
      return []
    }
  }

  return {
    put,
    /** Tries those again that were set aside. */
    retry(): readonly DerivedCallback[] {
      const failed = allFailed.all().flatMap((record) => intakeOf(Number(record.seq)) ?? [])
      if (failed.length === 0) return []
      return writer.batch(() => {
        clearFailed.run()
        return failed.flatMap(put)
      })
    },
  }
}
