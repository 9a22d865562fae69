import type { chatsContract } from '#shared/chats-contract.ts'
import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

/** Conversations and the names of people: the contract's calls, answered by the services. */
export function chatHandlers({
  chatDesk,
  events,
}: Pick<Services, 'chatDesk' | 'events'>): Pick<Handlers<WorkbenchContract>, keyof typeof chatsContract> {
  return {
    conversationPage: async (wanted) => ({ conversations: [...(await chatDesk.page(wanted))] }),
    conversations: async ({ ids }) => ({ conversations: [...(await chatDesk.some(ids))] }),
    conversationEvents: (_input, options) => events.conversations.subscribe(options),
    conversationItems: ({ psid, pageId, part, limit }) => chatDesk.items({ psid, pageId }, part, limit),
    readConversation: async (id) => {
      await chatDesk.read(id)
      return {}
    },
    namePerson: async ({ psid, name }) => {
      chatDesk.name(psid, name)
      return {}
    },
    exchange: async ({ subject }) => ({ exchange: await chatDesk.exchange(subject) }),
  }
}
