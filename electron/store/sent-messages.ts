import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ConversationId } from '#shared/chats.ts'

const SentRecord = z.object({ seq: z.int(), psid: z.string(), page_id: z.string(), at_ms: z.number() })
type SentRecord = z.infer<typeof SentRecord>

/** What changed: the conversation, and the message's place where it is new there. */
export type SentChange = ConversationId & {
  readonly added: { readonly atMs: number; readonly id: number } | null
}

/**
 * Keeps the table `sent`: messages that neither came from the person nor were sent from this app, which leaves the
 * developer's own server. They are known by their statuses only, and stand where the first of those came.
 */
export function createSentMessages(db: DatabaseSync) {
  const known = db.prepare('SELECT seq, psid, page_id, at_ms FROM sent WHERE message_uuid = ?')
  const owner = db.prepare(`
    SELECT 1 FROM truth.reply WHERE message_uuid = :uuid
    UNION ALL
    SELECT 1 FROM callback c WHERE c.message_uuid = :uuid AND c.kind = 'inbound' LIMIT 1`)
  const first = db.prepare(`
    SELECT seq, psid, page_id, received_at_ms AS at_ms FROM callback c
    WHERE message_uuid = ? AND kind = 'status' AND first_seq IS NULL AND psid IS NOT NULL AND page_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = c.seq)
    ORDER BY seq LIMIT 1`)
  const put = db.prepare('INSERT INTO sent VALUES (:seq, :uuid, :psid, :pageId, :atMs)')
  const remove = db.prepare('DELETE FROM sent WHERE message_uuid = ?')

  const wanted = (uuid: string) => (owner.get({ uuid }) === undefined ? read(first.get(uuid)) : null)

  return {
    isKnown: (uuid: string) => known.get(uuid) !== undefined,
    /** Brings the message in step with the callbacks and replies there are; returns what that changes. */
    refresh(uuid: string): readonly SentChange[] {
      const [before, after] = [read(known.get(uuid)), wanted(uuid)]
      if (JSON.stringify(before) === JSON.stringify(after)) return []
      const changes: SentChange[] = []
      if (before !== null) {
        remove.run(uuid)
        changes.push({ psid: before.psid, pageId: before.page_id, added: null })
      }
      if (after !== null) {
        const { seq, psid, page_id: pageId, at_ms: atMs } = after
        put.run({ seq, uuid, psid, pageId, atMs })
        changes.push({ psid, pageId, added: { atMs, id: seq } })
      }
      return changes
    },
  }
}

function read(record: unknown): SentRecord | null {
  return record === undefined ? null : SentRecord.parse(record)
}
