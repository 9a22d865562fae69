import type { DatabaseSync } from 'node:sqlite'
import type { ConversationId } from '#shared/chats.ts'
import type { Reply } from '#shared/reply.ts'
import type { RetentionLimits } from '#shared/retention.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import type { callThread } from './call-thread.ts'
import type { Indexer } from './indexer.ts'
import type { HowToDelete } from './maintenance.ts'
import { createMarks } from './marks.ts'
import { createReplyWriter, type StoredReply } from './replies.ts'
import type { StoreReader } from './store-reader.ts'
import { createTargetDeliveryWriter, type NewTargetDelivery } from './target-deliveries.ts'

type Threads = {
  readonly indexer: Pick<ReturnType<typeof callThread<Indexer>>, 'call' | 'tell'>
  readonly reader: Pick<ReturnType<typeof callThread<StoreReader>>, 'call'>
}

/** What can be changed. */
export function changesOf(db: DatabaseSync, { indexer, reader }: Threads) {
  const marks = createMarks(db)
  const saveReply = createReplyWriter(db)
  const saveDeliveries = createTargetDeliveryWriter(db)
  return {
    /** Keeps what targets made of callbacks, and what is written along, in one transaction; their rows are told of. */
    saveTargetDeliveries(batch: readonly NewTargetDelivery[], writeAlong = () => {}): void {
      saveDeliveries(batch, writeAlong)
      indexer.tell('passedOn', [batch.map(({ delivery }) => delivery.callbackSeq)])
    },
    /** What is derived from a captured request, without waiting for its turn. */
    describe: (seq: number) => indexer.call('describe', [seq]),
    async saveReply(reply: StoredReply): Promise<Reply> {
      return await indexer.call('replySaved', [reply, saveReply(reply)])
    },
    /** Pins or unpins an event. A pinned one is neither pruned nor deleted with others. */
    async setPin(seq: number, isPinned: boolean, atMs: number): Promise<void> {
      marks.setPin(seq, isPinned, atMs)
      await indexer.call('marked', [seq])
    },
    /** Notes something about an event, which keeps it; empty text takes the note away. */
    async setNote(seq: number, text: string, atMs: number): Promise<void> {
      marks.setNote(seq, text, atMs)
      await indexer.call('marked', [seq])
    },
    /** Everything of this conversation that is here now has been read. */
    async readConversation(id: ConversationId): Promise<void> {
      const newest = await reader.call('newestInbound', [id])
      if (newest !== null) marks.setRead(id, newest)
    },
    /** Hides what matches, at once; it is removed after `undoMs`. Returns how many events and how to take it back. */
    deleteMatching: (query: SearchQuery, how: HowToDelete) => indexer.call('deleteMatching', [query, how]),
    deleteEvents: (seqs: readonly number[], how: HowToDelete) => indexer.call('deleteEvents', [seqs, how]),
    /** False: it is too late. */
    undoDelete: (batchId: number) => indexer.call('undoDelete', [batchId]),
    /** Removes the oldest events over the limits, a little at a time; returns how many. */
    prune: (limits: RetentionLimits) => indexer.call('prune', [limits]),
  }
}
