import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WorkbenchError } from '#shared/errors.ts'

/**
 * Makes sure that one workbench uses a data folder at a time: two would fight over settings and ports. The lock is a
 * SQLite lock, which the system releases with the process, even after kill -9. Returns the function that releases it.
 * Throws DATA_FOLDER_IN_USE, or DATA_FOLDER_UNUSABLE where the lock cannot be made at all.
 */
export function lockDataFolder(folder: string): () => void {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(join(folder, 'workbench.lock'), { timeout: 0 })
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    throw isBusy(error) ? inUse(folder, error) : unusable(folder, error)
  }
  const lock = db
  return () => lock.close()
}

/** SQLITE_BUSY: somebody else holds the lock. Source: sqlite.org/rescode.html */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
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

function unusable(folder: string, cause: unknown): WorkbenchError {
  return new WorkbenchError(
    {
      code: 'DATA_FOLDER_UNUSABLE',
      what: `The data folder ${folder} cannot be used.`,
      why: `The file workbench.lock in it could not be locked: ${cause instanceof Error ? cause.message : 'the system gave no reason'}.`,
      fix: 'Make the folder writable and delete workbench.lock, or choose another folder with --data.',
    },
    { cause },
  )
}
