import type { ReplaySelection } from '#shared/replay.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { createCallbackRows } from './callback-rows.ts'
import { createConversationItems } from './conversation-items.ts'
import { createConversations } from './conversations.ts'
import { createExchanges } from './exchanges.ts'
import { readShownTotals } from './index-totals.ts'
import { openIndexForReading } from './open-index.ts'
import { createReplayResults } from './replay-runs.ts'
import { createSelectionReader, resolvedSelection } from './replay-selection.ts'
import { createReplies } from './replies.ts'
import { createSearchEngine, type SeqPage } from './search-engine.ts'
import { createSessionReader } from './session-reader.ts'
import { createTargetDeliveries } from './target-deliveries.ts'
import { createTimeline } from './timeline.ts'

export type StoreReader = ReturnType<typeof createStoreReader>

type Deps = { readonly folder: string; readonly nowMs: () => number }

/** Answers every question about stored callbacks, in a thread of its own. Throws STORE_FAILED. */
export function createStoreReader({ folder, nowMs }: Deps) {
  const db = openIndexForReading(folder)
  const engine = createSearchEngine(db, nowMs)
  const rows = createCallbackRows(db)
  const replies = createReplies(db)
  const totals = readShownTotals(db)
  const selections = createSelectionReader(db, engine)
  const session = createSessionReader(db, engine)
  const conversations = createConversations(db)
  const conversationItems = createConversationItems({ db, rows, replies })
  const jti = db.prepare('SELECT count(*) AS n FROM callback WHERE jti = ? AND seq < ?')
  const kept = db.prepare(
    'SELECT count(*) AS n FROM (SELECT seq FROM truth.pin UNION SELECT seq FROM truth.note)',
  )
  const pins = db.prepare('SELECT seq FROM truth.pin ORDER BY seq DESC')
  const note = db.prepare('SELECT text FROM truth.note WHERE seq = ?')

  /** One state of the files for all that one question needs. */
  function consistently<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result,
  ): (...args: Args) => Result {
    return (...args) => {
      db.exec('BEGIN')
      try {
        return work(...args)
      } finally {
        db.exec('COMMIT')
      }
    }
  }

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
    /** How many events are pinned or noted. */
    kept: () => Number(kept.get()?.n ?? 0),
    pins: () => pins.all().map((record) => Number(record.seq)),
    noteOf: (seq: number) => {
      const text = note.get(seq)?.text
      return typeof text === 'string' ? text : null
    },
    sessionLastSeq: session.lastSeq,
    sessionSeqs: session.seqsBehind,
    sessionRepeats: consistently(session.repeatsOf),
    sessionRecords: consistently(session.records),
    sessionReplies: consistently(session.replies),
    close: () => db.close(),
  }
}
