import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { WorkbenchError } from '#shared/errors.ts'
import type { Durability } from '#shared/retention.ts'
import { migrations } from './migrations.ts'

/**
 * Of a new file: a callback or two fit into a page of SQLite's own choice, and every page is written, checked and merged
 * by itself. With these, a commit takes a quarter less of the processor.
 */
const PAGE_BYTES = 16_384

/**
 * Size of the side file after which a commit merges what nobody has merged before it. Then it is written from its
 * beginning again: a file that does not grow reaches the disk in half the time.
 */
const MERGED_BY_COMMIT_BYTES = 32 * 1024 * 1024

/**
 * Merges what is in the side file, as far as nobody reads or writes it. What cannot be merged, as on a full disk, stays
 * in the side file and is lost to nobody, so this does not throw.
 */
export function mergeSideFile(db: DatabaseSync, onFailed: (error: WorkbenchError) => void): void {
  try {
    db.exec('PRAGMA wal_checkpoint(PASSIVE)')
  } catch (error) {
    onFailed(storeFailed('The files of captured callbacks could not be tidied up; nothing is lost.', error))
  }
}

/** Applies from the next commit on. With WAL, NORMAL waits for the disk only when the side file is merged. */
export function setDurability(db: DatabaseSync, durability: Durability): void {
  db.exec(`PRAGMA synchronous = ${durability === 'power-loss' ? 'FULL' : 'NORMAL'}`)
}

/**
 * Opens the database of a data folder and brings its schema up to date. Every commit is on disk before it returns
 * (WAL with synchronous=FULL), so that what was answered 200 survives a crash of the app or of the machine.
 * Throws STORE_TOO_NEW for a file of a later version, STORE_FAILED when it cannot be opened.
 */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | null = null
  try {
    // Messages of real people are in it: for this user only. SQLite gives its side files the same mode.
    closeSync(openSync(file, 'a', 0o600))
    refuseNewer(file)
    db = new DatabaseSync(file, { timeout: 5_000 })
    db.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;`)
    db.exec(`PRAGMA wal_autocheckpoint = ${Math.round(MERGED_BY_COMMIT_BYTES / pageBytesOf(db))}`)
    setDurability(db, 'power-loss')
    migrate(db)
    return db
  } catch (error) {
    db?.close()
    throw error instanceof WorkbenchError
      ? error
      : storeFailed(`The database ${file} could not be opened.`, error)
  }
}

/**
 * Looks without touching: opened for writing, SQLite would merge and rewrite what a newer version left.
 * Throws STORE_TOO_NEW.
 */
export function refuseNewer(file: string): void {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    if (versionOf(db) > migrations.length) throw tooNew(file)
  } finally {
    db.close()
  }
}

function migrate(db: DatabaseSync): void {
  const taken = versionOf(db)
  for (const [step, sql] of migrations.entries()) {
    if (step < taken) continue
    inTransaction(db, () => db.exec(`${sql}; PRAGMA user_version = ${step + 1};`))
  }
}

function pageBytesOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA page_size').get()?.page_size ?? PAGE_BYTES)
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

/** Runs `work` in one write transaction; rolls back and rethrows when it throws. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  return createTransactions(db)(work)
}

/** The same for those who have many: its statements are prepared once. */
export function createTransactions(db: DatabaseSync): <T>(work: () => T) => T {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  return (work) => {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}

/** A STORE_FAILED error that names what could not be done and why. */
export function storeFailed(what: string, cause: unknown): WorkbenchError {
  return new WorkbenchError(
    {
      code: 'STORE_FAILED',
      what,
      why: cause instanceof Error ? cause.message : 'The database gave no reason.',
      fix: 'Check that the data folder can be written and that the disk is not full.',
    },
    { cause },
  )
}

function tooNew(file: string): WorkbenchError {
  return new WorkbenchError({
    code: 'STORE_TOO_NEW',
    what: `The database ${file} was written by a newer Messenger Workbench.`,
    why: 'This version does not know its layout and will not touch it.',
    fix: 'Start the newer version, or choose another data folder with --data.',
  })
}
