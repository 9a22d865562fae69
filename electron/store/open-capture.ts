import type { Durability } from '#shared/retention.ts'
import type { Log } from '../log/log.ts'
import { createDiskWait } from './disk-wait.ts'
import { createIntakeLog } from './intake-log.ts'
import { mergeSideFile, openDatabase } from './open-database.ts'

type Deps = {
  /** `callbacks.db`. */
  readonly file: string
  readonly durability: Durability
  readonly onStored: () => void
  readonly log: Log
}

/**
 * Opens what captured requests are written with: a connection of its own, whose wait for the disk is outside of it.
 * Throws STORE_TOO_NEW or STORE_FAILED.
 */
export function openCapture({ file, durability, onStored, log }: Deps) {
  const db = openDatabase(file)
  const disk = createDiskWait(db, file)
  disk.setDurability(durability)
  const { append, answered, flush } = createIntakeLog({
    ...{ db, disk, onStored },
    onAnswersLost: (err) => log.error({ err }, 'It was not noted what callbacks were answered.'),
  })
  return {
    ...{ append, answered, flush, setDurability: disk.setDurability },
    /** A side file that is merged to its end is written from its beginning again: twice as fast as a growing one. */
    merge: () => mergeSideFile(db, ({ explanation }) => log.error({ explanation }, explanation.what)),
    /** Writes what is still waiting, and ends when all of it is on disk. */
    async close(): Promise<void> {
      flush()
      await disk.close()
      db.close()
    },
  }
}
