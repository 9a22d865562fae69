import type { DatabaseSync } from 'node:sqlite'
import type { CapturedRequest } from '#shared/messenger/read-callback.ts'
import { inTransaction, storeFailed } from './open-database.ts'

/** One request as the listener captured it: all there is to know, and all that is ever needed to derive the rest. */
export type Intake = CapturedRequest & {
  readonly receivedAtMs: number
  /** Names and values in the order and letter case they came in. */
  readonly headers: readonly (readonly [string, string])[]
}
export type StoredIntake = Intake & { readonly seq: number }

type Waiting = {
  readonly intake: Intake
  readonly resolve: (seq: number) => void
  readonly reject: (error: Error) => void
}

/**
 * Appends captured requests. All that come in during one turn of the event loop share one transaction; each promise
 * resolves after that transaction is on disk, and rejects with STORE_FAILED when it is not.
 */
export function createIntakeLog(db: DatabaseSync, onCommitted: (batch: readonly StoredIntake[]) => void) {
  const insert = db.prepare(
    'INSERT INTO intake (received_at_ms, route, method, path, flaw, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  let waiting: Waiting[] = []

  function write(intake: Intake): StoredIntake {
    const { receivedAtMs, route, method, path, flaw, headers, body } = intake
    const { lastInsertRowid } = insert.run(
      receivedAtMs,
      route,
      method,
      path,
      flaw,
      JSON.stringify(headers),
      body,
    )
    return { ...intake, seq: Number(lastInsertRowid) }
  }

  function commit(): void {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      const stored = inTransaction(db, () => batch.map(({ intake }) => write(intake)))
      for (const [index, { resolve }] of batch.entries()) resolve(stored[index]?.seq ?? 0)
      onCommitted(stored)
    } catch (error) {
      const failure = storeFailed('A callback could not be stored, so it was not acknowledged.', error)
      for (const { reject } of batch) reject(failure)
    }
  }

  return {
    append(intake: Intake): Promise<number> {
      return new Promise((resolve, reject) => {
        waiting.push({ intake, resolve, reject })
        if (waiting.length === 1) setImmediate(commit)
      })
    },
    /** Writes what is still waiting, at once. */
    flush: commit,
  }
}
