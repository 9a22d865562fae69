import type { DatabaseSync } from 'node:sqlite'
import type { DerivedCallback } from './derive.ts'

export type Answer = { readonly seq: number; readonly httpStatus: number; readonly durationMs: number }

/** The statements that fill the tables behind the intake. */
export function createDerivedWriter(db: DatabaseSync) {
  const callback = db.prepare(`
    INSERT OR REPLACE INTO callback (seq, kind, version, type, psid, page_id, message_uuid, summary, error_code,
      error_reason, signature, jti)
    VALUES (:seq, :kind, :version, :type, :psid, :pageId, :messageUuid, :summary, :errorCode, :errorReason,
      :signature, :jti)`)
  const answer = db.prepare(
    'INSERT OR REPLACE INTO answer (seq, http_status, duration_ms) VALUES (:seq, :httpStatus, :durationMs)',
  )
  const jti = db.prepare('SELECT count(*) AS n FROM callback WHERE jti = ? AND seq < ?')

  return {
    callback: (row: DerivedCallback) => void callback.run({ ...row }),
    answer: (row: Answer) => void answer.run({ ...row }),
    countEarlier: (value: string, beforeSeq: number) => Number(jti.get(value, beforeSeq)?.n ?? 0),
  }
}
