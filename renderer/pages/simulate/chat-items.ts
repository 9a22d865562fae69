import type { ChatBubble } from '#shared/simulator.ts'

export type ChatItem =
  /** `atMs` is within the day that begins here. */
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  /** `isFirst`: the side changed, or some time passed, so the bubble says who wrote it. */
  | { readonly kind: 'bubble'; readonly key: string; readonly bubble: ChatBubble; readonly isFirst: boolean }

const PAUSE_MS = 5 * 60_000

/** A conversation as it is shown: its bubbles, oldest first, grouped by side, with a line where a day begins. */
export function chatItems(bubbles: readonly ChatBubble[]): readonly ChatItem[] {
  return bubbles.flatMap((bubble, index): readonly ChatItem[] => {
    const before = bubbles[index - 1]
    const item = { kind: 'bubble', key: bubble.id, bubble } as const
    if (before === undefined || !isSameDay(before.atMs, bubble.atMs)) {
      const day = { kind: 'day', key: `day before ${bubble.id}`, atMs: bubble.atMs } as const
      return [day, { ...item, isFirst: true }]
    }
    return [{ ...item, isFirst: before.from !== bubble.from || bubble.atMs - before.atMs > PAUSE_MS }]
  })
}

/** The day in words, for its separator. */
export function dayWords(atMs: number, nowMs: number): string {
  if (isSameDay(atMs, nowMs)) return 'Today'
  const yesterday = new Date(nowMs)
  yesterday.setDate(yesterday.getDate() - 1)
  if (isSameDay(atMs, yesterday.getTime())) return 'Yesterday'
  return new Date(atMs).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

function isSameDay(aMs: number, bMs: number): boolean {
  return new Date(aMs).toDateString() === new Date(bMs).toDateString()
}
