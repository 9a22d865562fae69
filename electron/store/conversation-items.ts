import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { MessageContent } from '#shared/callback.ts'
import {
  type ConversationId,
  type ConversationItem,
  type ConversationPage,
  type ConversationPart,
  type ItemPlace,
  MOST_TEXT,
} from '#shared/chats.ts'
import { readCallback } from '#shared/messenger/read-callback.ts'
import type { createCallbackRows } from './callback-rows.ts'
import { createConversationPlaces, INBOUND, REPLY, SENT } from './conversation-places.ts'
import { createIntakeReader } from './intake-reader.ts'
import type { createReplies } from './replies.ts'

type Deps = {
  readonly db: DatabaseSync
  readonly rows: ReturnType<typeof createCallbackRows>
  readonly replies: ReturnType<typeof createReplies>
}

/** A place with the conversation it is in. */
type FoundPlace = { readonly id: ConversationId; readonly place: ItemPlace }

const FoundRecord = z.object({
  psid: z.string().nullable(),
  page_id: z.string().nullable(),
  at_ms: z.number(),
  id: z.int(),
})

/** Reads the messages of one conversation. */
export function createConversationItems({ db, rows, replies }: Deps) {
  const places = createConversationPlaces(db)
  const find = createFinder(db)
  const itemAt = createItemReader({ db, rows, replies })

  function partOf(found: readonly ItemPlace[], more: Omit<ConversationPage, 'items'>): ConversationPage {
    return { items: found.flatMap((place) => itemAt(place) ?? []), ...more }
  }

  function before(id: ConversationId, place: ItemPlace | null, limit: number): ConversationPage {
    const found = places.older(id, place, limit + 1)
    const shown = found.slice(0, limit).toReversed()
    return partOf(shown, { hasOlder: found.length > limit, hasNewer: place !== null })
  }

  function behind(id: ConversationId, place: ItemPlace, limit: number): ConversationPage {
    const found = places.newer(id, place, limit + 1)
    return partOf(found.slice(0, limit), { hasOlder: true, hasNewer: found.length > limit })
  }

  function around(id: ConversationId, seq: number, limit: number): ConversationPage {
    const found = find.ofCallback(seq)
    if (found === null || found.id.psid !== id.psid || found.id.pageId !== id.pageId) {
      return before(id, null, limit)
    }
    const half = Math.ceil(limit / 2)
    const older = places.older(id, found.place, half)
    const newer = places.newer(id, found.place, half)
    const shown = [...older.slice(0, half - 1).toReversed(), found.place, ...newer.slice(0, half - 1)]
    return partOf(shown, { hasOlder: older.length === half, hasNewer: newer.length === half })
  }

  return {
    ...{ places, itemAt, find },
    /** One part of a conversation, oldest first. */
    part(id: ConversationId, part: ConversationPart, limit: number): ConversationPage {
      switch (part.kind) {
        case 'newest':
          return before(id, null, limit)
        case 'before':
          return before(id, part.place, limit)
        case 'behind':
          return behind(id, part.place, limit)
        case 'around':
          return around(id, part.seq, limit)
      }
    },
  }
}

/** Reads one message with all that is known of it. */
function createItemReader({ db, rows, replies }: Deps): (place: ItemPlace) => ConversationItem | null {
  const intakes = createIntakeReader(db)
  const uuidOf = db.prepare('SELECT message_uuid FROM sent WHERE seq = ?')

  function inboundItem(place: ItemPlace): ConversationItem | null {
    const [row, intake] = [rows.one(place.id), intakes.one(place.id)]
    const read = intake === null ? null : readCallback(intake)
    if (row === null || read?.kind !== 'inbound') return null
    const content = withShortText(read.content)
    return { from: 'person', place, row, content, isCut: content !== read.content }
  }

  return (place) => {
    if (place.source === INBOUND) return inboundItem(place)
    if (place.source === REPLY) {
      const reply = replies.inRow(place.id)
      return reply === null ? null : { from: 'here', place, reply }
    }
    const messageUuid = uuidOf.get(place.id)?.message_uuid
    if (typeof messageUuid !== 'string') return null
    const { statuses } = replies.statusesOf(messageUuid)
    return { from: 'server', place, messageUuid, statuses, content: null }
  }
}

/** Finds the message that a callback or a reply belongs to. */
function createFinder(db: DatabaseSync) {
  const inbound = db.prepare(`SELECT f.psid, f.page_id, f.received_at_ms AS at_ms, f.seq AS id
    FROM callback c JOIN callback f ON f.seq = coalesce(c.first_seq, c.seq)
    WHERE c.seq = ? AND f.kind = 'inbound'`)
  const reply = db.prepare(`SELECT psid, page_id, sent_at_ms AS at_ms, rowid AS id FROM truth.reply
    WHERE message_uuid = (SELECT message_uuid FROM callback WHERE seq = ? AND kind = 'status')
    ORDER BY rowid DESC LIMIT 1`)
  const sent = db.prepare(`SELECT psid, page_id, at_ms, seq AS id FROM sent
    WHERE message_uuid = (SELECT message_uuid FROM callback WHERE seq = ? AND kind = 'status')`)
  const byId = db.prepare(
    'SELECT psid, page_id, sent_at_ms AS at_ms, rowid AS id FROM truth.reply WHERE id = ?',
  )

  return {
    ofCallback: (seq: number): FoundPlace | null =>
      found(inbound.get(seq), INBOUND) ?? found(reply.get(seq), REPLY) ?? found(sent.get(seq), SENT),
    ofReply: (replyId: string): FoundPlace | null => found(byId.get(replyId), REPLY),
  }
}

function found(record: unknown, source: number): FoundPlace | null {
  if (record === undefined) return null
  const { psid, page_id: pageId, at_ms: atMs, id } = FoundRecord.parse(record)
  return psid === null || pageId === null ? null : { id: { psid, pageId }, place: { atMs, source, id } }
}

function withShortText(content: MessageContent): MessageContent {
  if (content.type !== 'text' || content.text.length <= MOST_TEXT) return content
  // Not in the middle of a character.
  return { type: 'text', text: content.text.slice(0, MOST_TEXT).replace(/[\ud800-\udbff]$/u, '') }
}
