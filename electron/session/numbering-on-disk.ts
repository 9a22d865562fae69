import { DatabaseSync } from 'node:sqlite'
import type { FakeKind, Numbering } from '#shared/session/fake-ids.ts'

/** Of these many values the numbers are also in memory: those of one message come close together. */
const REMEMBERED = 5_000

export type NumberingOnDisk = { readonly numberOf: Numbering; readonly dispose: () => void }

/**
 * A numbering for any number of values. It is kept in a file of its own that nobody else sees and that is gone when it
 * is closed, so that memory does not grow with the session.
 */
export function createNumberingOnDisk(): NumberingOnDisk {
  // An empty name is a temporary file of SQLite's.
  const db = new DatabaseSync('')
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;
    CREATE TABLE known (kind TEXT, value TEXT, number INTEGER NOT NULL, PRIMARY KEY (kind, value)) STRICT, WITHOUT ROWID;
    BEGIN`)
  const get = db.prepare('SELECT number FROM known WHERE kind = ? AND value = ?')
  const put = db.prepare('INSERT INTO known VALUES (?, ?, ?)')
  const counts = new Map<FakeKind, number>()
  const recent = new Map<string, number>()

  function numberOf(kind: FakeKind, value: string): number {
    const found = get.get(kind, value)?.number
    if (typeof found === 'number') return found
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    put.run(kind, value, number)
    return number
  }

  return {
    numberOf(kind, value) {
      const key = `${kind} ${value}`
      const known = recent.get(key)
      if (known !== undefined) return known
      const number = numberOf(kind, value)
      recent.set(key, number)
      const oldest = recent.keys().next().value
      if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest)
      return number
    },
    dispose: () => db.close(),
  }
}
