import type { ConversationItem } from '#shared/chats.ts'
import { itemKey } from './messages-feed.ts'

export type LogEntry =
  /** `atMs` is within the day that begins here. */
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  /** `isFirst`: another side than before, or some time has passed, so it says who wrote it. */
  | {
      readonly kind: 'message'
      readonly key: string
      readonly item: ConversationItem
      readonly isFirst: boolean
    }

const PAUSE_MS = 5 * 60_000

/** Messages, oldest first, with a line where a day begins. */
export function logEntries(items: readonly ConversationItem[]): readonly LogEntry[] {
  return items.flatMap((item, index): readonly LogEntry[] => {
    const before = items[index - 1]
    const key = itemKey(item)
    const { atMs } = item.place
    if (before === undefined || !isSameDay(before.place.atMs, atMs)) {
      return [
        { kind: 'day', key: `day ${new Date(atMs).toDateString()}`, atMs },
        { kind: 'message', key, item, isFirst: true },
      ]
    }
    const isFirst = before.from !== item.from || atMs - before.place.atMs > PAUSE_MS
    return [{ kind: 'message', key, item, isFirst }]
  })
}

function isSameDay(aMs: number, bMs: number): boolean {
  return new Date(aMs).toDateString() === new Date(bMs).toDateString()
}
