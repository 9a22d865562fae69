import type { DatabaseSync } from 'node:sqlite'
import { type DerivedCallback, deriveCallback, type SignatureJudge } from './derive.ts'
import { type Answer, createDerivedWriter } from './derived-writer.ts'
import type { StoredIntake } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { inTransaction } from './open-database.ts'

/** How many intakes are derived before other work gets its turn. */
const SLICE = 200

/** The derived table: filled behind the intake, rebuilt from it whenever what it was derived with has changed. */
export function createDerivedTable(db: DatabaseSync, judge: SignatureJudge) {
  const write = createDerivedWriter(db)
  const intake = createIntakeReader(db)

  /** Derives and stores the rows of a batch, together with the answers given to it. */
  function derive(intakes: readonly StoredIntake[], answers: readonly Answer[]): readonly DerivedCallback[] {
    return inTransaction(db, () => {
      for (const answer of answers) write.answer(answer)
      return intakes.map((one) => {
        const row = deriveCallback(one, judge, write)
        write.callback(row)
        return row
      })
    })
  }

  return {
    derive,
    /** What will be derived from a stored request. */
    describe: (intake: StoredIntake) => deriveCallback(intake, judge, write),
    countEarlier: write.countEarlier,
    /** Derives what an earlier run had taken in but not derived, wherever in the order that is. */
    catchUp() {
      for (let last = 0; ; ) {
        const slice = intake.underived(last, SLICE)
        const end = slice.at(-1)
        if (end === undefined) return
        derive(slice, [])
        last = end.seq
      }
    },
    /** Derives everything anew, a slice per turn of the event loop; `onChanged` gets the seqs of what looks different. */
    async rebuild(signal: AbortSignal, onChanged: (seqs: readonly number[]) => void): Promise<void> {
      let last = 0
      while (!signal.aborted) {
        const slice = intake.page(last, SLICE)
        const end = slice.at(-1)
        if (end === undefined) return
        const before = new Map(slice.map(({ seq }) => [seq, write.looksOf(seq)]))
        const after = derive(slice, []).map(({ seq }) => seq)
        const changed = after.filter((seq) => write.looksOf(seq) !== before.get(seq))
        if (changed.length > 0) onChanged(changed)
        last = end.seq
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}
