import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { replyParties } from '#shared/messenger/reply-parties.ts'
import { replySummary } from '#shared/messenger/reply-summary.ts'
import { Reply, type ReplyDraft, type StatusStep } from '#shared/reply.ts'

const StoredReply = Reply.omit({ statuses: true })
/** A reply without its statuses, which are callbacks and found by its message_uuid. */
export type StoredReply = z.infer<typeof StoredReply>

const DocumentRecord = z.object({ document: z.string() })
const StepRecord = z.object({
  seq: z.int(),
  status: z.string(),
  received_at_ms: z.number(),
  error_code: z.string().nullable(),
  error_reason: z.string().nullable(),
})

/** Stores messages sent from here in `callbacks.db`. Returns the message_uuid, null where none was given. */
export function createReplyWriter(db: DatabaseSync): (reply: StoredReply) => string | null {
  const insert = db.prepare(
    'INSERT INTO reply (id, sent_at_ms, message_uuid, summary, document, psid, page_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return (reply) => {
    const messageUuid = messageUuidOf(reply)
    const document = JSON.stringify(StoredReply.parse(reply))
    const { psid, pageId } = replyParties(reply.draft)
    insert.run(reply.id, reply.sentAtMs, messageUuid, summaryOf(reply.draft), document, psid, pageId)
    return messageUuid
  }
}

/** A reply as it stands in its row. */
export function storedReplyOf(record: unknown): StoredReply {
  return StoredReply.parse(JSON.parse(DocumentRecord.parse(record).document))
}

/** Whether a message with this message_uuid was sent from here. */
export function createSentLookup(db: DatabaseSync): (messageUuid: string) => boolean {
  const sent = db.prepare('SELECT 1 FROM reply WHERE message_uuid = ? LIMIT 1')
  return (messageUuid) => sent.get(messageUuid) !== undefined
}

/** Reads messages sent from here, each with the statuses that have come for it. */
export function createReplies(db: DatabaseSync) {
  const newest = db.prepare('SELECT document FROM truth.reply ORDER BY sent_at_ms DESC, rowid DESC LIMIT ?')
  const byMessage = db.prepare('SELECT document FROM truth.reply WHERE message_uuid = ?')
  const sentAt = db.prepare(
    'SELECT sent_at_ms FROM truth.reply WHERE message_uuid = ? ORDER BY rowid DESC LIMIT 1',
  )
  const steps = db.prepare(`
    SELECT c.seq, c.type AS status, c.received_at_ms, c.error_code, c.error_reason
    FROM callback c
    WHERE c.message_uuid = ? AND c.kind = 'status' ORDER BY c.seq`)

  /** Of the newest reply, where a server gave the same message_uuid twice. */
  const sentAtOf = (messageUuid: string): number | null => {
    const atMs = sentAt.get(messageUuid)?.sent_at_ms
    return typeof atMs === 'number' ? atMs : null
  }
  const withStatuses = (record: unknown): Reply => {
    const reply = storedReplyOf(record)
    const messageUuid = messageUuidOf(reply)
    const statuses =
      messageUuid === null ? [] : steps.all(messageUuid).map((step) => toStep(step, reply.sentAtMs))
    return { ...reply, statuses }
  }

  const byRow = db.prepare('SELECT document FROM truth.reply WHERE rowid = ?')

  return {
    /** The reply in this row of its table. */
    inRow: (rowid: number): Reply | null => byRow.all(rowid).map(withStatuses)[0] ?? null,
    /** A reply that has just been stored. */
    withStatuses(reply: StoredReply): Reply {
      return withStatuses({ document: JSON.stringify(reply) })
    },
    /** Every status of a message; delays count from the send or, where it is not known, from the first of them. */
    statusesOf(messageUuid: string): { readonly sentAtMs: number | null; readonly statuses: StatusStep[] } {
      const sentAtMs = sentAtOf(messageUuid)
      const records = steps.all(messageUuid)
      const firstAtMs = records[0] === undefined ? 0 : StepRecord.parse(records[0]).received_at_ms
      return { sentAtMs, statuses: records.map((record) => toStep(record, sentAtMs ?? firstAtMs)) }
    },
    newest: (limit: number) => newest.all(limit).map(withStatuses),
    byMessageUuid: (messageUuid: string) => byMessage.all(messageUuid).map(withStatuses),
  }
}

function messageUuidOf({ outcome }: StoredReply): string | null {
  return outcome.kind === 'accepted' ? outcome.messageUuid : null
}

function summaryOf(draft: ReplyDraft): string {
  return replySummary(draft).replace(/\s+/gu, ' ').trim().slice(0, 120)
}

function toStep(record: unknown, sentAtMs: number): StatusStep {
  const step = StepRecord.parse(record)
  const hasError = step.error_code !== null || step.error_reason !== null
  return {
    status: step.status,
    callbackSeq: step.seq,
    receivedAtMs: step.received_at_ms,
    delayMs: step.received_at_ms - sentAtMs,
    error: hasError ? { code: step.error_code, reason: step.error_reason } : null,
  }
}
