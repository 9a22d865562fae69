import type { ChatBubble } from '#shared/simulator.ts'

/** What the chat tells who watches it. */
export type ChatEvent = { readonly kind: 'reset' } | { readonly kind: 'bubble'; readonly bubble: ChatBubble }

type Step = ChatBubble['progress'][number]

const MOST_BUBBLES = 500
/** More than three statuses that nobody takes for a whole day have. */
const MOST_STEPS = 320

/** The messages between the people and the Page, oldest first, and what became of each. */
export function createChatLog(onEvent: (event: ChatEvent) => void) {
  const bubbles = new Map<string, ChatBubble>()

  function put(bubble: ChatBubble): void {
    bubbles.set(bubble.messageUuid, bubble)
    onEvent({ kind: 'bubble', bubble })
  }

  return {
    all: (): readonly ChatBubble[] => [...bubbles.values()],
    add(bubble: ChatBubble): void {
      const [oldest] = bubbles.keys()
      if (bubbles.size >= MOST_BUBBLES && oldest !== undefined) bubbles.delete(oldest)
      put(bubble)
    },
    /** A step of a message that is no longer in the log is nobody's. */
    note(messageUuid: string, step: Step): void {
      const bubble = bubbles.get(messageUuid)
      if (bubble === undefined) return
      put({ ...bubble, progress: [...bubble.progress, step].slice(-MOST_STEPS) })
    },
    clear(): void {
      bubbles.clear()
      onEvent({ kind: 'reset' })
    },
  }
}

export type ChatLog = ReturnType<typeof createChatLog>
