import type { DatabaseSync } from 'node:sqlite'
import type { DerivedCallback, SameEvent } from './derive.ts'

export type Answer = { readonly seq: number; readonly httpStatus: number; readonly durationMs: number }

/** The statements that fill the tables behind the intake. */
export function createDerivedWriter(db: DatabaseSync) {
  const callback = db.prepare(`
    INSERT OR REPLACE INTO callback (seq, kind, version, type, psid, page_id, message_uuid, summary, error_code,
      error_reason, signature, jti, content_hash, first_seq, window_from_ms)
    VALUES (:seq, :kind, :version, :type, :psid, :pageId, :messageUuid, :summary, :errorCode, :errorReason,
      :signature, :jti, :contentHash, :firstSeq, :windowFromMs)`)
  const answer = db.prepare(
    'INSERT OR REPLACE INTO answer (seq, http_status, duration_ms) VALUES (:seq, :httpStatus, :durationMs)',
  )
  const jti = db.prepare('SELECT count(*) AS n FROM callback WHERE jti = ? AND seq < ?')

  const first = db.prepare(`
    SELECT seq FROM callback
    WHERE message_uuid = :messageUuid AND kind = :kind AND content_hash = :contentHash
      AND first_seq IS NULL AND seq < :beforeSeq
    ORDER BY seq LIMIT 1`)

  const looks = db.prepare('SELECT * FROM callback WHERE seq = ?')

  return {
    callback: (row: DerivedCallback) => void callback.run({ ...row }),
    answer: (row: Answer) => void answer.run({ ...row }),
    /** All that a row shows, as one text to compare. */
    looksOf: (seq: number) => JSON.stringify(looks.get(seq) ?? null),
    firstDelivery: (event: SameEvent): number | null => {
      const seq = first.get({ ...event })?.seq
      return seq === undefined ? null : Number(seq)
    },
    countEarlier: (value: string, beforeSeq: number) => Number(jti.get(value, beforeSeq)?.n ?? 0),
  }
}
