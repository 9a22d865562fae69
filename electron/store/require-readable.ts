import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { WorkbenchError } from '#shared/errors.ts'
import { INDEX_VERSION } from './index-schema.ts'
import { migrations } from './migrations.ts'
import { refuseNewer } from './open-database.ts'
import { indexFile, truthFile } from './open-index.ts'

/**
 * Makes sure that a data folder holds callbacks as this version stores them, for whoever reads beside the app that owns
 * the folder, and may neither make nor change anything. Throws NOT_FOUND, STORE_TOO_NEW or STORE_NOT_READY.
 */
export function requireReadable(folder: string): void {
  if (!existsSync(truthFile(folder))) throw nothingStored(folder)
  refuseNewer(truthFile(folder))
  const isCurrent =
    existsSync(indexFile(folder)) &&
    versionIn(truthFile(folder)) === migrations.length &&
    versionIn(indexFile(folder)) === INDEX_VERSION
  if (!isCurrent) throw notReady(folder)
}

function versionIn(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    return Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  } finally {
    db.close()
  }
}

function nothingStored(folder: string): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: `There are no callbacks in ${folder}.`,
    why: 'No Messenger Workbench has used this folder yet.',
    fix: 'Give the data folder of your app with --data, or start the app with this one.',
  })
}

function notReady(folder: string): WorkbenchError {
  return new WorkbenchError({
    code: 'STORE_NOT_READY',
    what: `The callbacks in ${folder} cannot be read yet.`,
    why: 'They were stored by another version of Messenger Workbench, and only the app changes how they are stored.',
    fix: 'Start the app of this version once with this folder.',
  })
}
