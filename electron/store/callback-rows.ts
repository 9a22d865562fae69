import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ApiVersion, CallbackKind, CallbackRow, SignatureState } from '#shared/callback.ts'

const RowRecord = z.object({
  seq: z.int(),
  received_at_ms: z.number(),
  kind: CallbackKind,
  version: ApiVersion.nullable(),
  type: z.string(),
  psid: z.string().nullable(),
  page_id: z.string().nullable(),
  message_uuid: z.string().nullable(),
  summary: z.string(),
  error_code: z.string().nullable(),
  signature: SignatureState,
  http_status: z.int().nullable(),
  duration_ms: z.number().nullable(),
  reply_id: z.string().nullable(),
  reply_summary: z.string().nullable(),
  reply_sent_at_ms: z.number().nullable(),
  attempts: z.int(),
  passed_on: z.string().nullable(),
  is_pinned: z.int(),
  has_note: z.int(),
  last_inbound_at_ms: z.number().nullable(),
})

const PassedOn = CallbackRow.shape.passedOn

/** A status belongs to one reply: the newest, where a server gave the same message_uuid twice. */
const SELECT = `
  SELECT c.seq, c.received_at_ms, c.kind, c.version, c.type, c.psid, c.page_id, c.message_uuid, c.summary,
    c.error_code, c.signature, a.http_status, a.duration_ms,
    r.id AS reply_id, r.summary AS reply_summary, r.sent_at_ms AS reply_sent_at_ms,
    1 + (SELECT count(*) FROM callback d WHERE d.first_seq = c.seq) AS attempts,
    (SELECT t.kind || coalesce(' ' || t.http_status, '')
      FROM (SELECT c.seq AS seq UNION ALL SELECT e.seq FROM callback e WHERE e.first_seq = c.seq) s
      JOIN truth.target_delivery t ON t.rowid = (SELECT l.rowid FROM truth.target_delivery l
        WHERE l.callback_seq = s.seq ORDER BY l.at_ms DESC, l.rowid DESC LIMIT 1)
      ORDER BY t.at_ms DESC, t.rowid DESC LIMIT 1) AS passed_on,
    EXISTS (SELECT 1 FROM truth.pin WHERE pin.seq = c.seq) AS is_pinned,
    EXISTS (SELECT 1 FROM truth.note WHERE note.seq = c.seq) AS has_note,
    (SELECT max(w.window_from_ms) FROM callback w
      WHERE w.psid = c.psid AND w.page_id = c.page_id AND w.window_from_ms IS NOT NULL) AS last_inbound_at_ms
  FROM callback c
  LEFT JOIN main.answer a ON a.seq = coalesce((SELECT max(d.seq) FROM callback d WHERE d.first_seq = c.seq), c.seq)
  LEFT JOIN truth.reply r ON c.kind = 'status'
    AND r.rowid = (SELECT max(rowid) FROM truth.reply WHERE message_uuid = c.message_uuid)`

/** Rows of the callbacks list, read from the index with `callbacks.db` beside it. */
export function createCallbackRows(db: DatabaseSync) {
  const isThere = 'NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = c.seq)'
  const bySeq = db.prepare(`${SELECT} WHERE c.seq = ? AND ${isThere}`)
  const statusesOf = db.prepare(
    `${SELECT} WHERE c.message_uuid = ? AND c.kind = 'status' AND ${isThere} ORDER BY c.seq`,
  )
  const firstOf = db.prepare('SELECT coalesce(first_seq, seq) AS seq FROM callback WHERE seq = ?')
  const deliveries = db.prepare(`
    SELECT c.seq, c.received_at_ms, a.http_status, a.duration_ms
    FROM callback c LEFT JOIN main.answer a ON a.seq = c.seq
    WHERE c.seq = :first OR c.first_seq = :first ORDER BY c.seq`)
  const lastInbound = db.prepare(`
    SELECT max(window_from_ms) AS at_ms FROM callback
    WHERE psid = ? AND page_id = ? AND window_from_ms IS NOT NULL`)

  return {
    one(seq: number): CallbackRow | null {
      const record = bySeq.get(seq)
      return record === undefined ? null : toRow(record)
    },
    /** The rows that show these callbacks: a repeated delivery is shown by the row of the first. */
    many(seqs: readonly number[]): readonly CallbackRow[] {
      const firsts = new Set(seqs.map((seq) => Number(firstOf.get(seq)?.seq ?? seq)))
      return [...firsts].flatMap((seq) => bySeq.all(seq).map(toRow))
    },
    /** Every delivery of the event that `first` was the first delivery of, in order. */
    deliveries: (first: number) => deliveries.all({ first }).map(toDelivery),
    /** When this person last wrote to this Page; null when they never did. */
    lastInboundAtMs(psid: string, pageId: string): number | null {
      const atMs = lastInbound.get(psid, pageId)?.at_ms
      return typeof atMs === 'number' ? atMs : null
    },
    statusesOf: (messageUuid: string) => statusesOf.all(messageUuid).map(toRow),
    /** The rows of these events, in the same order. */
    inOrder: (seqs: readonly number[]): readonly CallbackRow[] =>
      seqs.flatMap((seq) => bySeq.all(seq).map(toRow)),
  }
}

function toRow(record: unknown): CallbackRow {
  const row = RowRecord.parse(record)
  return {
    seq: row.seq,
    receivedAtMs: row.received_at_ms,
    kind: row.kind,
    version: row.version,
    type: row.type,
    psid: row.psid,
    pageId: row.page_id,
    messageUuid: row.message_uuid,
    summary: row.summary,
    errorCode: row.error_code,
    signature: row.signature,
    answer: answerOf(row.http_status, row.duration_ms),
    reply: replyOf(row),
    attempts: row.attempts,
    passedOn: passedOnOf(row.passed_on),
    isPinned: row.is_pinned === 1,
    hasNote: row.has_note === 1,
    lastInboundAtMs: row.last_inbound_at_ms,
  }
}

const DeliveryRecord = z.object({
  seq: z.int(),
  received_at_ms: z.number(),
  http_status: z.int().nullable(),
  duration_ms: z.number().nullable(),
})

function toDelivery(record: unknown) {
  const { seq, received_at_ms, http_status, duration_ms } = DeliveryRecord.parse(record)
  return { seq, receivedAtMs: received_at_ms, answer: answerOf(http_status, duration_ms) }
}

function answerOf(httpStatus: number | null, durationMs: number | null): CallbackRow['answer'] {
  return httpStatus === null || durationMs === null ? null : { httpStatus, durationMs }
}

function replyOf(row: z.infer<typeof RowRecord>): CallbackRow['reply'] {
  const { reply_id: id, reply_summary: summary, reply_sent_at_ms: sentAtMs } = row
  if (id === null || summary === null || sentAtMs === null) return null
  return { id, summary, delayMs: row.received_at_ms - sentAtMs }
}

/** The kind of the newest delivery to a target and, where it was answered, its status. */
function passedOnOf(passedOn: string | null): CallbackRow['passedOn'] {
  if (passedOn === null) return null
  const [kind, httpStatus] = passedOn.split(' ')
  return PassedOn.parse({ kind, httpStatus: httpStatus === undefined ? null : Number(httpStatus) })
}
