import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ConversationId, ItemPlace } from '#shared/chats.ts'
import { comparePlaces } from '#shared/compare-places.ts'

/** Where messages come from, in the order in which those of the same millisecond are told apart. */
export const INBOUND = 0
export const SENT = 1
export const REPLY = 2

const SHOWN_INBOUND = `SELECT received_at_ms AS at_ms, ${INBOUND} AS source, seq AS id FROM callback
  WHERE psid = :psid AND page_id = :pageId AND kind = 'inbound' AND first_seq IS NULL
    AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = callback.seq)`
const SENT_BY_OTHERS = `SELECT at_ms, ${SENT} AS source, seq AS id FROM sent
  WHERE psid = :psid AND page_id = :pageId`
const SENT_FROM_HERE = `SELECT sent_at_ms AS at_ms, ${REPLY} AS source, rowid AS id FROM truth.reply
  WHERE psid = :psid AND page_id = :pageId`

/** Each source with the names of its columns for time and id. Inbound messages that were thrown away are left out. */
const SOURCES = [
  { source: INBOUND, select: SHOWN_INBOUND, at: 'received_at_ms', id: 'seq' },
  { source: SENT, select: SENT_BY_OTHERS, at: 'at_ms', id: 'seq' },
  { source: REPLY, select: SENT_FROM_HERE, at: 'sent_at_ms', id: 'rowid' },
] as const

const PlaceRecord = z.object({ at_ms: z.number(), source: z.int(), id: z.int() })

type Bound = { readonly atMs: number; readonly id: number }
const FIRST: Bound = { atMs: Number.NEGATIVE_INFINITY, id: 0 }
const LAST: Bound = { atMs: Number.POSITIVE_INFINITY, id: 0 }

/** Finds where the messages of a conversation stand, without reading what they say. */
export function createConversationPlaces(db: DatabaseSync) {
  const readers = SOURCES.map(({ source, select, at, id }) => ({
    source,
    older: db.prepare(
      `${select} AND (${at}, ${id}) < (:atMs, :id) ORDER BY ${at} DESC, ${id} DESC LIMIT :limit`,
    ),
    newer: db.prepare(`${select} AND (${at}, ${id}) > (:atMs, :id) ORDER BY ${at}, ${id} LIMIT :limit`),
  }))

  function older(
    { psid, pageId }: ConversationId,
    before: ItemPlace | null,
    limit: number,
  ): readonly ItemPlace[] {
    const found = readers.flatMap((reader) => {
      const bound = before === null ? LAST : boundFor(reader.source, before)
      return reader.older.all({ psid, pageId, ...bound, limit }).map(toPlace)
    })
    return found.sort((one, other) => comparePlaces(other, one)).slice(0, limit)
  }

  return {
    /** The newest of those before a place (null: of all), newest first. */
    older,
    /** The oldest of those behind a place (null: of all), oldest first. */
    newer({ psid, pageId }: ConversationId, behind: ItemPlace | null, limit: number): readonly ItemPlace[] {
      const found = readers.flatMap((reader) => {
        const bound = behind === null ? FIRST : boundFor(reader.source, behind)
        return reader.newer.all({ psid, pageId, ...bound, limit }).map(toPlace)
      })
      return found.sort(comparePlaces).slice(0, limit)
    },
    newest: (id: ConversationId): ItemPlace | null => older(id, null, 1)[0] ?? null,
  }
}

/** The same place as time and id of one source: all of an earlier source come before it, all of a later one behind. */
function boundFor(source: number, { atMs, source: own, id }: ItemPlace): Bound {
  if (source === own) return { atMs, id }
  return { atMs, id: source < own ? Number.MAX_SAFE_INTEGER : -1 }
}

function toPlace(record: unknown): ItemPlace {
  const { at_ms, source, id } = PlaceRecord.parse(record)
  return { atMs: at_ms, source, id }
}
