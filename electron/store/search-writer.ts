import type { DatabaseSync } from 'node:sqlite'

/**
 * Writes the full-text index, all at the end of a transaction with `save`: every other statement in between would make
 * FTS5 write out what it has so far, as a segment of its own.
 */
export function createSearchWriter(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR REPLACE INTO search (rowid, text) VALUES (?, ?)')
  const remove = db.prepare('DELETE FROM search WHERE rowid = ?')
  const waiting = new Map<number, string | null>()
  return {
    put: (seq: number, tokens: string) => void waiting.set(seq, tokens),
    remove: (seq: number) => void waiting.set(seq, null),
    save(): void {
      for (const [seq, tokens] of waiting) {
        if (tokens === null) remove.run(seq)
        else insert.run(seq, tokens)
      }
      waiting.clear()
    },
    forget: () => waiting.clear(),
  }
}
