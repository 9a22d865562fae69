import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { DERIVED_TABLES, DROP_DERIVED, DROP_KEPT, INDEX_VERSION, KEPT_TABLES } from './index-schema.ts'
import { readHighestSeq } from './intake-seqs.ts'
import { inTransaction, storeFailed } from './open-database.ts'

/** The file with what happened, and the file with what is derived from it. */
export const truthFile = (folder: string) => join(folder, 'callbacks.db')
export const indexFile = (folder: string) => join(folder, 'index.db')

/**
 * Opens the index of a data folder for the one thread that writes it, with `callbacks.db` beside it as `truth`, for
 * reading. An index of another version, or of another `callbacks.db`, is made anew. A crash of the machine may cost the newest part of it, which is
 * derived again: the callbacks themselves are in the other file. Throws STORE_FAILED.
 */
export function openIndex(folder: string): DatabaseSync {
  const file = indexFile(folder)
  let db: DatabaseSync | null = null
  try {
    closeSync(openSync(file, 'a', 0o600))
    db = new DatabaseSync(file, { timeout: 5_000 })
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000;')
    attachTruth(db, folder)
    prepareTables(db)
    return db
  } catch (error) {
    db?.close()
    throw storeFailed(`The index ${file} could not be opened.`, error)
  }
}

/** Opens the same two files for reading only. Throws STORE_FAILED. */
export function openIndexForReading(folder: string): DatabaseSync {
  const file = indexFile(folder)
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
    db.exec('PRAGMA cache_size = -32000; PRAGMA mmap_size = 0;')
    attachTruth(db, folder)
    return db
  } catch (error) {
    db?.close()
    throw storeFailed(`The index ${file} could not be opened.`, error)
  }
}

/** Read only: a transaction of the index must never take the lock that the capture of callbacks needs. */
function attachTruth(db: DatabaseSync, folder: string): void {
  const url = pathToFileURL(truthFile(folder))
  url.searchParams.set('mode', 'ro')
  db.prepare('ATTACH ? AS truth').run(url.href)
}

function prepareTables(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  const isOfAnother = version === INDEX_VERSION && knowsMoreThanTruth(db)
  if (version === INDEX_VERSION && !isOfAnother) return
  inTransaction(db, () => {
    db.exec(`${isOfAnother ? DROP_KEPT : ''} ${KEPT_TABLES} ${DROP_DERIVED} ${DERIVED_TABLES}
      PRAGMA user_version = ${INDEX_VERSION};`)
  })
}

/**
 * A loss of power can cost the newest callbacks (where only a crash is survived) and not what was derived of them, and
 * somebody can put an older `callbacks.db` back. The next callbacks then get numbers that the index thinks it knows, so
 * nothing in it can be trusted.
 */
function knowsMoreThanTruth(db: DatabaseSync): boolean {
  const derived = db.prepare('SELECT seq FROM main.position').get()
  return Number(derived?.seq ?? 0) > readHighestSeq(db)()
}
