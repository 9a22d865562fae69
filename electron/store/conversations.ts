import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { assertNever } from '#shared/assert-never.ts'
import {
  type Conversation,
  type ConversationCursor,
  type ConversationId,
  MOST_COUNTED,
} from '#shared/chats.ts'
import { INBOUND, REPLY, SENT } from './conversation-places.ts'

/** `psids`: of persons whose name has the text in it, which the store does not know. */
export type ConversationQuery = {
  readonly text: string
  readonly psids: readonly string[]
  readonly behind: ConversationCursor | null
  readonly limit: number
}

const PlaceRecord = z.object({
  psid: z.string(),
  page_id: z.string(),
  at_ms: z.number(),
  source: z.literal([INBOUND, SENT, REPLY]),
  id: z.int(),
})
type PlaceRecord = z.infer<typeof PlaceRecord>

const CountRecord = z.object({ n: z.int() })
const AtRecord = z.object({ at_ms: z.number().nullable() })
const LastRecord = z.object({ type: z.string(), summary: z.string() })
const NewestRecord = z.object({ at_ms: z.number(), seq: z.int() })

const PERSONS = `FROM callback WHERE psid = :psid AND page_id = :pageId AND kind = 'inbound' AND first_seq IS NULL
  AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = callback.seq)`
const COLUMNS = 'c.psid, c.page_id, c.at_ms, c.source, c.id'

/** Reads the list of conversations. */
export function createConversations(db: DatabaseSync) {
  const page = db.prepare(`
    SELECT ${COLUMNS} FROM conversation c
    WHERE (c.at_ms, c.psid, c.page_id) < (:atMs, :psid, :pageId)
      AND (:text = '' OR instr(c.psid, :text) > 0 OR instr(c.page_id, :text) > 0
        OR c.psid IN (SELECT value FROM json_each(:psids)))
    ORDER BY c.at_ms DESC, c.psid DESC, c.page_id DESC LIMIT :limit`)
  const one = db.prepare(`SELECT ${COLUMNS} FROM conversation c WHERE psid = :psid AND page_id = :pageId`)
  const newest = db.prepare(
    `SELECT received_at_ms AS at_ms, seq ${PERSONS} ORDER BY received_at_ms DESC, seq DESC LIMIT 1`,
  )
  const describe = createDescription(db)

  return {
    /** Newest first. */
    page({ text, psids, behind, limit }: ConversationQuery): readonly Conversation[] {
      const bound = behind ?? { atMs: Number.POSITIVE_INFINITY, psid: '', pageId: '' }
      return page.all({ ...bound, text: text.trim(), psids: JSON.stringify(psids), limit }).map(describe)
    },
    /** Those of these that there are. */
    some: (ids: readonly ConversationId[]): readonly Conversation[] =>
      ids.flatMap(({ psid, pageId }) => one.all({ psid, pageId }).map(describe)),
    /** The newest message of the person; null where there is none. */
    newestInbound({ psid, pageId }: ConversationId): { readonly atMs: number; readonly seq: number } | null {
      const record = newest.get({ psid, pageId })
      if (record === undefined) return null
      const { at_ms: atMs, seq } = NewestRecord.parse(record)
      return { atMs, seq }
    },
  }
}

/** All that is told of a conversation, from its row. */
function createDescription(db: DatabaseSync): (record: unknown) => Conversation {
  const unread = db.prepare(`SELECT count(*) AS n FROM (SELECT 1 ${PERSONS}
    AND (received_at_ms, seq) > (
      coalesce((SELECT at_ms FROM truth.conversation_read WHERE psid = :psid AND page_id = :pageId), -1e300),
      coalesce((SELECT seq FROM truth.conversation_read WHERE psid = :psid AND page_id = :pageId), 0))
    LIMIT ${MOST_COUNTED.unread})`)
  const lastInbound = db.prepare(`SELECT max(window_from_ms) AS at_ms FROM callback
    WHERE psid = :psid AND page_id = :pageId AND window_from_ms IS NOT NULL`)
  const ofPerson = db.prepare(
    `SELECT count(*) AS n FROM (SELECT 1 ${PERSONS} LIMIT ${MOST_COUNTED.messages})`,
  )
  const ofPage = db.prepare(`SELECT count(*) AS n FROM (
    SELECT 1 FROM sent WHERE psid = :psid AND page_id = :pageId
    UNION ALL SELECT 1 FROM truth.reply WHERE psid = :psid AND page_id = :pageId LIMIT ${MOST_COUNTED.messages})`)
  const last = createLastMessage(db)

  return (record) => {
    const place = PlaceRecord.parse(record)
    const id = { psid: place.psid, pageId: place.page_id }
    return {
      ...id,
      last: last(place),
      unread: countOf(unread.get(id)),
      lastInboundAtMs: AtRecord.parse(lastInbound.get(id)).at_ms,
      messages: { person: countOf(ofPerson.get(id)), page: countOf(ofPage.get(id)) },
    }
  }
}

function createLastMessage(db: DatabaseSync): (place: PlaceRecord) => Conversation['last'] {
  const inbound = db.prepare('SELECT type, summary FROM callback WHERE seq = ?')
  const sent = db.prepare(`SELECT type, '' AS summary FROM callback
    WHERE message_uuid = (SELECT message_uuid FROM sent WHERE seq = ?) AND kind = 'status' ORDER BY seq DESC LIMIT 1`)
  const reply = db.prepare(
    `SELECT document ->> '$.outcome.kind' AS type, summary FROM truth.reply WHERE rowid = ?`,
  )
  const read = (record: unknown) => LastRecord.parse(record ?? { type: '', summary: '' })
  return ({ at_ms: atMs, source, id }) => {
    switch (source) {
      case INBOUND:
        return { atMs, from: 'person', ...read(inbound.get(id)) }
      case SENT:
        return { atMs, from: 'server', ...read(sent.get(id)) }
      case REPLY:
        return { atMs, from: 'here', ...read(reply.get(id)) }
      default:
        return assertNever(source)
    }
  }
}

function countOf(record: unknown): number {
  return CountRecord.parse(record).n
}
