import type { DatabaseSync } from 'node:sqlite'
import type { CapturedRequest } from '#shared/messenger/read-callback.ts'

/** One request as the listener captured it: all there is to know, and all that is ever needed to derive the rest. */
export type Intake = CapturedRequest & {
  readonly receivedAtMs: number
  /** Names and values in the order and letter case they came in. */
  readonly headers: readonly (readonly [string, string])[]
}
export type StoredIntake = Intake & { readonly seq: number }

/** Writes one captured request; to be called in a transaction. Returns its seq. */
export function createIntakeWriter(db: DatabaseSync): (intake: Intake) => number {
  const insert = db.prepare(
    'INSERT INTO intake (received_at_ms, route, method, path, flaw, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return ({ receivedAtMs, route, method, path, flaw, headers, body }) => {
    const text = JSON.stringify(headers)
    return Number(insert.run(receivedAtMs, route, method, path, flaw, text, body).lastInsertRowid)
  }
}
