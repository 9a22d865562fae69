import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ApiVersion, CallbackKind, SignatureState } from '#shared/callback.ts'
import type { DerivedCallback, SameEvent } from './derive.ts'
import type { FacetFields } from './facets.ts'

/** What the index needs of a row it has written earlier. */
const KnownRecord = z.object({
  facet_id: z.int(),
  received_at_ms: z.number(),
  size_bytes: z.int(),
  first_seq: z.int().nullable(),
  kind: CallbackKind,
  type: z.string(),
  version: ApiVersion.nullable(),
  signature: SignatureState,
  error_code: z.string().nullable(),
  psid: z.string().nullable(),
  page_id: z.string().nullable(),
  message_uuid: z.string().nullable(),
})
export type KnownCallback = z.infer<typeof KnownRecord>

/** The statements of the table `callback` and of what it is paired with. */
export function createCallbackTable(db: DatabaseSync) {
  const put = db.prepare(`
    INSERT OR REPLACE INTO callback (seq, received_at_ms, size_bytes, facet_id, kind, version, type, psid, page_id,
      message_uuid, summary, error_code, error_reason, signature, jti, content_hash, first_seq, window_from_ms)
    VALUES (:seq, :receivedAtMs, :sizeBytes, :facetId, :kind, :version, :type, :psid, :pageId,
      :messageUuid, :summary, :errorCode, :errorReason, :signature, :jti, :contentHash, :firstSeq, :windowFromMs)`)
  const get = db.prepare('SELECT * FROM callback WHERE seq = ?')
  const remove = db.prepare('DELETE FROM callback WHERE seq = ?')
  const setFacet = db.prepare('UPDATE callback SET facet_id = ? WHERE seq = ?')
  const jti = db.prepare('SELECT count(*) AS n FROM callback WHERE jti = ? AND seq < ?')
  const first = db.prepare(`
    SELECT seq FROM callback
    WHERE message_uuid = :messageUuid AND kind = :kind AND content_hash = :contentHash
      AND first_seq IS NULL AND seq < :beforeSeq
      AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = callback.seq)
    ORDER BY seq LIMIT 1`)
  const repeats = db.prepare('SELECT seq FROM callback WHERE first_seq = ? ORDER BY seq')
  const reply = db.prepare('SELECT 1 FROM truth.reply WHERE message_uuid = ? LIMIT 1')
  const note = db.prepare('SELECT 1 FROM truth.note WHERE seq = ?')
  const pin = db.prepare('SELECT 1 FROM truth.pin WHERE seq = ?')
  const statuses = db.prepare("SELECT seq FROM callback WHERE message_uuid = ? AND kind = 'status'")

  return {
    put({ hasError: _, apiKey: _key, applicationId: _id, ...row }: DerivedCallback, facetId: number): void {
      put.run({ ...row, facetId })
    },
    known(seq: number): KnownCallback | null {
      const record = get.get(seq)
      return record === undefined ? null : KnownRecord.parse(record)
    },
    /** All that is derived of a callback, as one text to compare. */
    looksOf: (seq: number) => JSON.stringify(get.get(seq) ?? null),
    remove: (seq: number) => void remove.run(seq),
    setFacet: (seq: number, facetId: number) => void setFacet.run(facetId, seq),
    /** An event that was thrown away is not there any more: what is delivered again after that is one of its own. */
    firstDelivery(event: SameEvent): number | null {
      const seq = first.get({ ...event })?.seq
      return seq === undefined ? null : Number(seq)
    },
    countEarlier: (value: string, beforeSeq: number) => Number(jti.get(value, beforeSeq)?.n ?? 0),
    repeatsOf: (seq: number) => repeats.all(seq).map((record) => Number(record.seq)),
    statusesOf: (messageUuid: string) => statuses.all(messageUuid).map((record) => Number(record.seq)),
    /** What an event has, for its facet. */
    hasOf(seq: number, event: Pick<KnownCallback, 'kind' | 'message_uuid'>, hasError: boolean): string {
      const isReplied = event.kind === 'status' && event.message_uuid !== null
      return [
        hasError ? 'error' : null,
        note.get(seq) === undefined ? null : 'note',
        pin.get(seq) === undefined ? null : 'pin',
        repeats.get(seq) === undefined ? null : 'repeat',
        isReplied && reply.get(event.message_uuid) !== undefined ? 'reply' : null,
      ]
        .filter((name) => name !== null)
        .join(' ')
    },
  }
}

/** The facet of a row as it is in the table. */
export function facetFieldsOf(row: KnownCallback, has: string): FacetFields {
  const { kind, type, version, signature, error_code: code } = row
  return { kind, type: type.slice(0, 100), version, signature, code, has }
}
