import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { KnownCallback } from './callback-table.ts'
import { INBOUND, REPLY, SENT } from './conversation-places.ts'
import type { DerivedCallback } from './derive.ts'
import { createNewestMessages } from './newest-messages.ts'
import { createSentMessages } from './sent-messages.ts'

/** So many replies may have been stored shortly before the app was killed. */
const LATEST_REPLIES = 200

const REPLY_COLUMNS = 'rowid, sent_at_ms, message_uuid, psid, page_id'
const ReplyRecord = z.object({
  rowid: z.int(),
  sent_at_ms: z.number(),
  message_uuid: z.string().nullable(),
  psid: z.string().nullable(),
  page_id: z.string().nullable(),
})

type Parties = Pick<KnownCallback, 'kind' | 'psid' | 'page_id' | 'message_uuid' | 'first_seq'>

/** Keeps conversations in step with callbacks and replies. Reaches the database with `save`. */
export function createConversationTable(db: DatabaseSync) {
  const newest = createNewestMessages(db)
  const sent = createSentMessages(db)
  const latestReplies = db.prepare(
    `SELECT ${REPLY_COLUMNS} FROM truth.reply ORDER BY rowid DESC LIMIT ${LATEST_REPLIES}`,
  )
  const replyById = db.prepare(`SELECT ${REPLY_COLUMNS} FROM truth.reply WHERE id = ?`)
  const isHidden = db.prepare('SELECT 1 FROM trash WHERE seq = ?')
  /** Of which it may have changed whose they are. */
  const messages = new Set<string>()

  function refreshMessages(): void {
    for (const uuid of messages) {
      for (const { added, ...id } of sent.refresh(uuid)) {
        if (added === null) newest.lookUpAnew(id)
        else newest.raiseTo(id, { ...added, source: SENT })
      }
    }
    messages.clear()
  }

  function adopt(record: unknown): void {
    const { rowid, sent_at_ms: atMs, message_uuid: uuid, psid, page_id: pageId } = ReplyRecord.parse(record)
    if (uuid !== null) messages.add(uuid)
    if (psid !== null && pageId !== null) newest.raiseTo({ psid, pageId }, { atMs, source: REPLY, id: rowid })
  }

  return {
    /** A callback that was not there before. */
    added(row: DerivedCallback): void {
      const { kind, psid, pageId, messageUuid, seq, receivedAtMs: atMs } = row
      if (row.firstSeq !== null || messageUuid === null) return
      const isKnown = sent.isKnown(messageUuid)
      if (isKnown === (kind === 'inbound')) messages.add(messageUuid)
      if (kind === 'inbound' && psid !== null && pageId !== null && isHidden.get(seq) === undefined) {
        newest.raiseTo({ psid, pageId }, { atMs, source: INBOUND, id: seq })
      }
    },
    /** A callback that has gone, was hidden or shown again, or says something else than before. */
    changed({ kind, psid, page_id: pageId, message_uuid: uuid, first_seq: firstSeq }: Parties): void {
      if (kind === 'other' || firstSeq !== null) return
      if (uuid !== null) messages.add(uuid)
      if (psid !== null && pageId !== null) newest.lookUpAnew({ psid, pageId })
    },
    /** A reply that has been stored: its statuses are no message of somebody else. */
    replied(replyId: string): void {
      for (const record of replyById.all(replyId)) adopt(record)
    },
    /** Replies that were stored when nobody noted it. */
    adoptReplies(): void {
      for (const record of latestReplies.all()) adopt(record)
    },
    save(): void {
      refreshMessages()
      newest.save()
    },
    forget(): void {
      newest.forget()
      messages.clear()
    },
  }
}
