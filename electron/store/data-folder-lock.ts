import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WorkbenchError } from '#shared/errors.ts'

/**
 * Makes sure that one workbench uses a data folder at a time: two would fight over settings and ports. The lock is a
 * SQLite lock, which the system releases with the process, even after kill -9. Returns the function that releases it.
 * Throws DATA_FOLDER_IN_USE.
 */
export function lockDataFolder(folder: string): () => void {
  const db = new DatabaseSync(join(folder, 'workbench.lock'), { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw inUse(folder, error)
  }
  return () => db.close()
}

function inUse(folder: string, cause: unknown): WorkbenchError {
  return new WorkbenchError(
    {
      code: 'DATA_FOLDER_IN_USE',
      what: `Another Messenger Workbench is using ${folder}.`,
      why: "Two at once would overwrite each other's settings.",
      fix: 'Use the one that is running, stop it, or start this one with --data and another folder.',
    },
    { cause },
  )
}
