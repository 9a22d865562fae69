import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { headersOf } from './header-text.ts'
import type { StoredIntake } from './intake.ts'

const COLUMNS = 'seq, received_at_ms, route, method, path, flaw, headers, body'

const IntakeRecord = z.object({
  seq: z.int(),
  received_at_ms: z.number(),
  route: z.enum(['inbound', 'status', 'other']),
  method: z.string(),
  path: z.string(),
  flaw: z.enum(['too-large', 'cut-off']).nullable(),
  headers: z.string(),
  body: z.instanceof(Uint8Array),
})

/** Reads captured requests back, exactly as they came in. */
export function createIntakeReader(db: DatabaseSync) {
  const page = db.prepare(`SELECT ${COLUMNS} FROM intake WHERE seq > ? ORDER BY seq LIMIT ?`)
  const one = db.prepare(`SELECT ${COLUMNS} FROM intake WHERE seq = ?`)
  const newest = db.prepare('SELECT max(seq) AS seq FROM intake')
  return {
    /** 0: there is none. */
    newestSeq: () => Number(newest.get()?.seq ?? 0),
    page: (afterSeq: number, limit: number) => page.all(afterSeq, limit).map(toIntake),
    one(seq: number): StoredIntake | null {
      const record = one.get(seq)
      return record === undefined ? null : toIntake(record)
    },
  }
}

function toIntake(record: unknown): StoredIntake {
  const { received_at_ms, headers, ...rest } = IntakeRecord.parse(record)
  return { ...rest, receivedAtMs: received_at_ms, headers: headersOf(headers) }
}
