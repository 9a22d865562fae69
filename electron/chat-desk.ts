import type {
  Conversation,
  ConversationCursor,
  ConversationId,
  ConversationItem,
  ConversationPage,
  ConversationPart,
} from '#shared/chats.ts'
import type { Exchange, ExchangeSubject } from '#shared/exchange.ts'
import type { ChatBubble, SimulatorState } from '#shared/simulator.ts'
import type { PersonNames } from './settings/person-names.ts'
import type { Store } from './store/store.ts'

const SUMMARY_CHARS = 160

type Deps = {
  readonly store: Pick<
    Store,
    'conversationPage' | 'conversations' | 'conversationItems' | 'exchange' | 'readConversation'
  >
  readonly names: PersonNames
  readonly simulator: () => SimulatorState
  /** What the simulator knows of the messages it took. */
  readonly bubbles: () => readonly ChatBubble[]
  readonly onRead: (id: ConversationId) => void
}

type Wanted = { readonly text: string; readonly behind: ConversationCursor | null; readonly limit: number }

/** Conversations as the page shows them: with the names of people, and with what the simulator knows of messages. */
export function createChatDesk({ store, names, simulator, bubbles, onRead }: Deps) {
  function psidsNamed(text: string): readonly string[] {
    const part = text.trim().toLowerCase()
    if (part === '') return []
    const state = simulator()
    const named = new Map(state.state === 'running' ? state.people.map(({ psid, name }) => [psid, name]) : [])
    for (const { psid, name } of names.list()) named.set(psid, name)
    return [...named].flatMap(([psid, name]) => (name.toLowerCase().includes(part) ? [psid] : []))
  }

  function contents(): ReadonlyMap<string, ChatBubble['content']> {
    return new Map(bubbles().map(({ messageUuid, content }) => [messageUuid, content]))
  }

  return {
    page: ({ text, behind, limit }: Wanted): Promise<readonly Conversation[]> =>
      store.conversationPage({ text, psids: psidsNamed(text), behind, limit }),
    some: store.conversations,
    /** One part of a conversation, oldest first. */
    async items(id: ConversationId, part: ConversationPart, limit: number): Promise<ConversationPage> {
      const page = await store.conversationItems(id, part, limit)
      const known = contents()
      return { ...page, items: page.items.map((item) => withContent(item, known)) }
    },
    async exchange(subject: ExchangeSubject): Promise<Exchange | null> {
      const exchange = await store.exchange(subject)
      if (exchange === null) return null
      const known = contents()
      const messages = exchange.messages.map((message) => {
        const content = message.from === 'server' ? known.get(message.key) : undefined
        return content === undefined ? message : { ...message, summary: summaryOf(content) }
      })
      return { ...exchange, messages }
    },
    async read(id: ConversationId): Promise<void> {
      await store.readConversation(id)
      onRead(id)
    },
    name: names.set,
  }
}

function withContent(
  item: ConversationItem,
  known: ReadonlyMap<string, ChatBubble['content']>,
): ConversationItem {
  if (item.from !== 'server') return item
  return { ...item, content: known.get(item.messageUuid) ?? null }
}

function summaryOf(content: ChatBubble['content']): string {
  switch (content.type) {
    case 'text':
      return content.text.replace(/\s+/gu, ' ').slice(0, SUMMARY_CHARS)
    case 'unsupported':
    case 'custom':
      return `${content.type} message`
    default:
      return `${content.type} ${content.url}`
  }
}
