import type { DatabaseSync } from 'node:sqlite'
import type { ConversationId, ItemPlace } from '#shared/chats.ts'
import { comparePlaces } from '#shared/compare-places.ts'
import { createConversationPlaces } from './conversation-places.ts'

type Touched = { readonly id: ConversationId; isAnew: boolean; newest: ItemPlace | null }

/**
 * Writes the table `conversation`: the newest message between each person and each Page. What is added can only raise
 * it; where something went, it is looked up anew. Reaches the database with `save`.
 */
export function createNewestMessages(db: DatabaseSync) {
  const places = createConversationPlaces(db)
  const raise = db.prepare(`INSERT INTO conversation VALUES (:psid, :pageId, :atMs, :source, :id)
    ON CONFLICT (psid, page_id) DO UPDATE SET at_ms = :atMs, source = :source, id = :id
    WHERE (at_ms, source, id) < (:atMs, :source, :id)`)
  const set = db.prepare('INSERT OR REPLACE INTO conversation VALUES (:psid, :pageId, :atMs, :source, :id)')
  const remove = db.prepare('DELETE FROM conversation WHERE psid = :psid AND page_id = :pageId')
  const touched = new Map<string, Touched>()

  function touch({ psid, pageId }: ConversationId): Touched {
    const key = JSON.stringify([psid, pageId])
    const one = touched.get(key) ?? { id: { psid, pageId }, isAnew: false, newest: null }
    touched.set(key, one)
    return one
  }

  return {
    /** A message was added there. */
    raiseTo(id: ConversationId, place: ItemPlace): void {
      const one = touch(id)
      if (one.newest === null || comparePlaces(one.newest, place) < 0) one.newest = place
    },
    /** Something went: the newest message may be another one. */
    lookUpAnew(id: ConversationId): void {
      touch(id).isAnew = true
    },
    save(): void {
      for (const { id, isAnew, newest } of touched.values()) {
        const place = isAnew ? places.newest(id) : newest
        if (place === null) remove.run({ ...id })
        else if (isAnew) set.run({ ...id, ...place })
        else raise.run({ ...id, ...place })
      }
      touched.clear()
    },
    forget: () => touched.clear(),
  }
}
