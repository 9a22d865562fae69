import { z } from 'zod'
import {
  Conversation,
  ConversationCursor,
  ConversationId,
  ConversationPage,
  ConversationPart,
  LONGEST_PERSON_NAME,
} from './chats.ts'
import { Exchange, ExchangeSubject } from './exchange.ts'
import { call, stream } from './rpc.ts'

const Nothing = z.object({})

/** The part of the contract that shows callbacks and replies as conversations. */
export const chatsContract = {
  /** Newest first, behind `behind` where given. `text`: part of a name, a PSID or a Page ID. */
  conversationPage: call(
    z.object({
      text: z.string().max(200),
      behind: ConversationCursor.nullable(),
      limit: z.int().min(1).max(200),
    }),
    z.object({ conversations: z.array(Conversation) }),
  ),
  /** These conversations as they are now; one that is no more is left out. */
  conversations: call(
    z.object({ ids: z.array(ConversationId).max(200) }),
    z.object({ conversations: z.array(Conversation) }),
  ),
  /** Which conversations are new or have changed: ask for those that are shown. */
  conversationEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reset') }),
      z.object({ kind: z.literal('changed'), ids: z.array(ConversationId) }),
    ]),
  ),
  conversationItems: call(
    ConversationId.extend({ part: ConversationPart, limit: z.int().min(1).max(300) }),
    ConversationPage,
  ),
  /** Everything of this conversation that is here now has been read. */
  readConversation: call(ConversationId, Nothing),
  /** Names a person; an empty name takes the name away. */
  namePerson: call(
    z.object({ psid: z.string().min(1).max(200), name: z.string().trim().max(LONGEST_PERSON_NAME) }),
    Nothing,
  ),
  /** The exchange a callback or a reply belongs to; null where it has no person and Page. Throws NOT_FOUND. */
  exchange: call(z.object({ subject: ExchangeSubject }), z.object({ exchange: Exchange.nullable() })),
} as const
