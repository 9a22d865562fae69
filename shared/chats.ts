import { z } from 'zod'
import { CallbackRow, MessageContent } from './callback.ts'
import { Reply, StatusStep } from './reply.ts'
import { ChatBubble } from './simulator.ts'

/** A person and a Page. PSIDs are valid for one Page only, so the two together are one conversation. */
export const ConversationId = z.object({ psid: z.string().min(1), pageId: z.string().min(1) })
export type ConversationId = Readonly<z.infer<typeof ConversationId>>

/** What counts are exact up to; more are told as this many. */
export const MOST_COUNTED = { unread: 100, messages: 1_000 } as const

/**
 * Who wrote a message. `person`: it came as an inbound callback. `here`: a reply sent from this app. `server`: the
 * developer's own server (or anybody else) sent it through the Messages API, which is known by its statuses.
 */
const MessageFrom = z.enum(['person', 'here', 'server'])

/** Everything between one person and one Page, as a list shows it. */
export const Conversation = ConversationId.extend({
  last: z.object({
    atMs: z.number(),
    from: MessageFrom,
    /** Message type of an inbound one, newest status of one of the server, outcome of one from here. */
    type: z.string(),
    /** Empty where it is not known what was sent. */
    summary: z.string(),
  }),
  /** Messages of the person since the conversation was last read here. */
  unread: z.int(),
  /** When the person last wrote, which opens the 24-hour window; null: never, as far as is known here. */
  lastInboundAtMs: z.number().nullable(),
  /** How many messages there are of the person and of the Page. */
  messages: z.object({ person: z.int(), page: z.int() }),
})
export type Conversation = Readonly<z.infer<typeof Conversation>>

/** Where a conversation stands in the list, newest first. */
export const ConversationCursor = ConversationId.extend({ atMs: z.number() })
export type ConversationCursor = Readonly<z.infer<typeof ConversationCursor>>

/** Where a message stands in its conversation. `source` and `id` tell messages of the same millisecond apart. */
export const ItemPlace = z.object({ atMs: z.number(), source: z.int().min(0).max(2), id: z.int() })
export type ItemPlace = Readonly<z.infer<typeof ItemPlace>>

/** A longer text is cut: the callback itself has all of it. */
export const MOST_TEXT = 4_000

/** One message of a conversation with all that is known of it. */
export const ConversationItem = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('person'),
    place: ItemPlace,
    row: CallbackRow,
    content: MessageContent,
    /** The text goes on. */
    isCut: z.boolean(),
  }),
  z.object({ from: z.literal('here'), place: ItemPlace, reply: Reply }),
  z.object({
    from: z.literal('server'),
    /** At the time of its first status. */
    place: ItemPlace,
    messageUuid: z.string(),
    statuses: z.array(StatusStep),
    /** What it said, where the simulator took it; else null. */
    content: ChatBubble.shape.content.nullable(),
  }),
])
export type ConversationItem = Readonly<z.infer<typeof ConversationItem>>

/** A part of a conversation, oldest first. */
export const ConversationPage = z.object({
  items: z.array(ConversationItem),
  hasOlder: z.boolean(),
  hasNewer: z.boolean(),
})
export type ConversationPage = Readonly<z.infer<typeof ConversationPage>>

/** Which part of a conversation: its end, what is before or behind a message, or what is around a callback's message. */
export const ConversationPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('newest') }),
  z.object({ kind: z.literal('before'), place: ItemPlace }),
  z.object({ kind: z.literal('behind'), place: ItemPlace }),
  /** The newest part where the callback is of no message of this conversation. */
  z.object({ kind: z.literal('around'), seq: z.int() }),
])
export type ConversationPart = Readonly<z.infer<typeof ConversationPart>>

/** A name somebody gave to a PSID here. */
export const PersonName = z.object({ psid: z.string().min(1), name: z.string() })
export type PersonName = Readonly<z.infer<typeof PersonName>>

export const LONGEST_PERSON_NAME = 80
