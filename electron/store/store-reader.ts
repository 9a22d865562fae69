import type { DatabaseSync } from 'node:sqlite'
import type { ReplaySelection } from '#shared/replay.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { createCallbackRows } from './callback-rows.ts'
import { createConversationItems } from './conversation-items.ts'
import { createConversations } from './conversations.ts'
import { createExchanges } from './exchanges.ts'
import { readShownTotals } from './index-totals.ts'
import { readMarks } from './marks.ts'
import { openIndexForReading } from './open-index.ts'
import { createReplayResults } from './replay-runs.ts'
import { createSelectionReader, resolvedSelection } from './replay-selection.ts'
import { createReplies } from './replies.ts'
import { createSearchEngine, type SeqPage } from './search-engine.ts'
import { createSessionReader } from './session-reader.ts'
import { createTargetDeliveries } from './target-deliveries.ts'
import { createTimeline } from './timeline.ts'

export type StoreReader = ReturnType<typeof createStoreReader>

type SearchEngine = ReturnType<typeof createSearchEngine>
type Deps = { readonly folder: string; readonly nowMs: () => number }

/** Answers every question about stored callbacks, in a thread of its own. Throws STORE_FAILED. */
export function createStoreReader({ folder, nowMs }: Deps) {
  const db = openIndexForReading(folder)
  const engine = createSearchEngine(db, nowMs)
  const rows = createCallbackRows(db)
  const replies = createReplies(db)
  const totals = readShownTotals(db)
  const selections = createSelectionReader(db, engine)
  const conversations = createConversations(db)
  const conversationItems = createConversationItems({ db, rows, replies })
  const jti = db.prepare('SELECT count(*) AS n FROM callback WHERE jti = ? AND seq < ?')
  const consistently = readingConsistently(db)

  return {
    /** One page of what a search finds. */
    search: consistently((query: SearchQuery, page: SeqPage) => rows.inOrder(engine.seqs(query, page))),
    searchSeqs: consistently((query: SearchQuery, page: SeqPage) => engine.seqs(query, page)),
    searchCount: consistently(engine.count),
    matching: consistently(engine.matching),
    timeline: consistently(createTimeline({ db, engine, nowMs })),
    row: consistently(rows.one),
    deliveries: consistently(rows.deliveries),
    lastInboundAtMs: consistently(rows.lastInboundAtMs),
    countEarlier: (value: string, beforeSeq: number) => Number(jti.get(value, beforeSeq)?.n ?? 0),
    newestReplies: consistently(replies.newest),
    messageStatuses: consistently(replies.statusesOf),
    totals,
    /** What targets made of a callback and its repeats, newest first. */
    targetDeliveries: consistently(createTargetDeliveries(db)),
    conversationPage: consistently(conversations.page),
    conversations: consistently(conversations.some),
    newestInbound: consistently(conversations.newestInbound),
    conversationItems: consistently(conversationItems.part),
    exchange: consistently(createExchanges({ db, rows, items: conversationItems })),
    replayResults: consistently(createReplayResults(db)),
    resolveSelection: (selection: ReplaySelection) => resolvedSelection(selection, nowMs()),
    selectionBounds: consistently(selections.bounds),
    selectionSlice: consistently(selections.slice),
    ...readMarks(db),
    ...sessionQuestions(db, engine, consistently),
    close: () => db.close(),
  }
}

type Consistently = ReturnType<typeof readingConsistently>

/** One state of the files for all that one question needs. */
function readingConsistently(db: DatabaseSync) {
  const begin = db.prepare('BEGIN')
  const commit = db.prepare('COMMIT')
  return <Args extends readonly unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      begin.run()
      try {
        return work(...args)
      } finally {
        commit.run()
      }
    }
}

function sessionQuestions(db: DatabaseSync, engine: SearchEngine, consistently: Consistently) {
  const session = createSessionReader(db, engine)
  return {
    sessionLastSeq: session.lastSeq,
    sessionSeqs: session.seqsBehind,
    sessionRepeats: consistently(session.repeatsOf),
    sessionRecords: consistently(session.records),
    sessionReplies: consistently(session.replies),
  }
}
