import type { ConversationId, ConversationPart } from '#shared/chats.ts'
import type { ExchangeSubject } from '#shared/exchange.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import type { callThread } from './call-thread.ts'
import type { ConversationQuery } from './conversations.ts'
import type { SeqPage } from './search-engine.ts'
import type { StoreReader } from './store-reader.ts'
import type { TimelineView } from './timeline.ts'

type Reader = Pick<ReturnType<typeof callThread<StoreReader>>, 'call'>

/** What can be asked. All of it is answered by another thread; `signal` takes a question back. */
export function questionsOf(reader: Reader) {
  return {
    /** One page of what a search finds. */
    search: (query: SearchQuery, page: SeqPage, signal?: AbortSignal) =>
      reader.call('search', [query, page], signal),
    /** The same without the rows. */
    searchSeqs: (query: SearchQuery, page: SeqPage, signal?: AbortSignal) =>
      reader.call('searchSeqs', [query, page], signal),
    /** How many a search finds: exact up to 10,000, rounded above. */
    searchCount: (query: SearchQuery, signal?: AbortSignal) => reader.call('searchCount', [query], signal),
    /** Which of these events a search finds. */
    matching: (query: SearchQuery, seqs: readonly number[]) => reader.call('matching', [query, seqs]),
    /** How many events of each kind were received when. */
    timeline: (query: SearchQuery, view: TimelineView) => reader.call('timeline', [query, view]),
    row: (seq: number) => reader.call('row', [seq]),
    deliveries: (first: number) => reader.call('deliveries', [first]),
    lastInboundAtMs: (psid: string, pageId: string) => reader.call('lastInboundAtMs', [psid, pageId]),
    /** How many callbacks before this one carried the same token id. */
    countEarlier: (jti: string, beforeSeq: number) => reader.call('countEarlier', [jti, beforeSeq]),
    newestReplies: (limit: number) => reader.call('newestReplies', [limit]),
    messageStatuses: (messageUuid: string) => reader.call('messageStatuses', [messageUuid]),
    /** Conversations that have the text in an id, or one of these persons; newest first. */
    conversationPage: (query: ConversationQuery) => reader.call('conversationPage', [query]),
    /** Those of these conversations that there are. */
    conversations: (ids: readonly ConversationId[]) => reader.call('conversations', [ids]),
    /** A part of a conversation, oldest first. */
    conversationItems: (id: ConversationId, part: ConversationPart, limit: number) =>
      reader.call('conversationItems', [id, part, limit]),
    /** What a callback or a reply is part of; null where it has no person and Page. */
    exchange: (subject: ExchangeSubject) => reader.call('exchange', [subject]),
    /** Pinned events, newest first. */
    pins: () => reader.call('pins', []),
    /** How many events are pinned or noted. */
    kept: () => reader.call('kept', []),
    noteOf: (seq: number) => reader.call('noteOf', [seq]),
    /** What targets made of a callback and its repeats, newest first. */
    targetDeliveries: (seq: number) => reader.call('targetDeliveries', [seq]),
  }
}
