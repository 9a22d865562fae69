import type { DatabaseSync } from 'node:sqlite'

const HIGHEST = `SELECT max((SELECT seq FROM given_seq), coalesce((SELECT max(seq) FROM intake), 0)) AS seq`

/**
 * Numbers for captured requests, in ascending order. None is given twice, not even when its callback is removed: other
 * tables, the page and exported files know callbacks by it. SQLite's own AUTOINCREMENT would write a page more with each
 * transaction, which costs the capture a twentieth of its speed. For the one connection that captures and imports.
 */
export function createIntakeSeqs(db: DatabaseSync): () => number {
  let last = readHighestSeq(db)()
  return () => {
    last += 1
    return last
  }
}

/** Reads the highest number that any callback of the file has or had; 0: there never was one. */
export function readHighestSeq(db: DatabaseSync): () => number {
  const highest = db.prepare(HIGHEST)
  return () => Number(highest.get()?.seq ?? 0)
}

/** To be called in the transaction that removes callbacks of up to `toSeq`, before: the newest one's number is kept. */
export function createSeqKeeper(db: DatabaseSync): (toSeq: number) => void {
  const newest = '(SELECT max(seq) FROM intake)'
  const keep = db.prepare(`UPDATE given_seq SET seq = ${newest} WHERE seq < ${newest} AND ${newest} <= ?`)
  return (toSeq) => void keep.run(toSeq)
}
