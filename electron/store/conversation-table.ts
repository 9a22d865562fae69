import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ConversationId, ItemPlace } from '#shared/chats.ts'
import type { KnownCallback } from './callback-table.ts'
import { comparePlaces, createConversationPlaces, INBOUND, REPLY, SENT } from './conversation-places.ts'
import type { DerivedCallback } from './derive.ts'
import { createSentMessages } from './sent-messages.ts'

/** So many replies may have been stored shortly before the app was killed. */
const LATEST_REPLIES = 200

const ReplyRecord = z.object({
  rowid: z.int(),
  sent_at_ms: z.number(),
  message_uuid: z.string().nullable(),
  psid: z.string().nullable(),
  page_id: z.string().nullable(),
})

type Touched = { readonly id: ConversationId; isAnew: boolean; newest: ItemPlace | null }
type Parties = Pick<KnownCallback, 'kind' | 'psid' | 'page_id' | 'message_uuid' | 'first_seq'>

/**
 * Keeps the table `conversation`: the newest message between each person and each Page. What is added can only raise
 * it; where something went, it is looked up anew. Reaches the database with `save`.
 */
export function createConversationTable(db: DatabaseSync) {
  const places = createConversationPlaces(db)
  const sent = createSentMessages(db)
  const raise = db.prepare(`INSERT INTO conversation VALUES (:psid, :pageId, :atMs, :source, :id)
    ON CONFLICT (psid, page_id) DO UPDATE SET at_ms = :atMs, source = :source, id = :id
    WHERE (at_ms, source, id) < (:atMs, :source, :id)`)
  const set = db.prepare('INSERT OR REPLACE INTO conversation VALUES (:psid, :pageId, :atMs, :source, :id)')
  const remove = db.prepare('DELETE FROM conversation WHERE psid = :psid AND page_id = :pageId')
  const latestReplies = db.prepare(
    `SELECT rowid, sent_at_ms, message_uuid, psid, page_id FROM truth.reply ORDER BY rowid DESC LIMIT ${LATEST_REPLIES}`,
  )
  const replyById = db.prepare(
    'SELECT rowid, sent_at_ms, message_uuid, psid, page_id FROM truth.reply WHERE id = ?',
  )
  const isHidden = db.prepare('SELECT 1 FROM trash WHERE seq = ?')
  const touched = new Map<string, Touched>()
  const messages = new Set<string>()

  function touch({ psid, pageId }: ConversationId): Touched {
    const key = JSON.stringify([psid, pageId])
    const one = touched.get(key) ?? { id: { psid, pageId }, isAnew: false, newest: null }
    touched.set(key, one)
    return one
  }

  function raiseTo(id: ConversationId, place: ItemPlace): void {
    const one = touch(id)
    if (one.newest === null || comparePlaces(one.newest, place) < 0) one.newest = place
  }

  function refreshMessages(): void {
    for (const uuid of messages) {
      for (const { added, ...id } of sent.refresh(uuid)) {
        if (added === null) touch(id).isAnew = true
        else raiseTo(id, { ...added, source: SENT })
      }
    }
    messages.clear()
  }

  function adopt(record: unknown): void {
    const { rowid, sent_at_ms: atMs, message_uuid: uuid, psid, page_id: pageId } = ReplyRecord.parse(record)
    if (uuid !== null) messages.add(uuid)
    if (psid !== null && pageId !== null) raiseTo({ psid, pageId }, { atMs, source: REPLY, id: rowid })
  }

  return {
    /** A callback that was not there before. */
    added(row: DerivedCallback): void {
      const { kind, psid, pageId, messageUuid, seq, receivedAtMs: atMs } = row
      if (row.firstSeq !== null || messageUuid === null) return
      const isKnown = sent.isKnown(messageUuid)
      if (isKnown === (kind === 'inbound')) messages.add(messageUuid)
      if (kind === 'inbound' && psid !== null && pageId !== null && isHidden.get(seq) === undefined) {
        raiseTo({ psid, pageId }, { atMs, source: INBOUND, id: seq })
      }
    },
    /** A callback that has gone, was hidden or shown again, or says something else than before. */
    changed({ kind, psid, page_id: pageId, message_uuid: uuid, first_seq: firstSeq }: Parties): void {
      if (kind === 'other' || firstSeq !== null) return
      if (uuid !== null) messages.add(uuid)
      if (psid !== null && pageId !== null) touch({ psid, pageId }).isAnew = true
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
      for (const { id, isAnew, newest } of touched.values()) {
        const place = isAnew ? places.newest(id) : newest
        if (place === null) remove.run({ ...id })
        else if (isAnew) set.run({ ...id, ...place })
        else raise.run({ ...id, ...place })
      }
      touched.clear()
    },
    forget(): void {
      touched.clear()
      messages.clear()
    },
  }
}
