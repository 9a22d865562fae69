import type { ItemPlace } from './chats.ts'

/** The order of messages in a conversation: less than 0 where `one` comes first. */
export function comparePlaces(one: ItemPlace, other: ItemPlace): number {
  return one.atMs - other.atMs || one.source - other.source || one.id - other.id
}
