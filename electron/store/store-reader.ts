import type { SearchQuery } from '#shared/search/query.ts'
import { createCallbackRows, type PageQuery } from './callback-rows.ts'
import { readTotals } from './index-totals.ts'
import { openIndexForReading } from './open-index.ts'
import { createReplayResults } from './replay-runs.ts'
import { createSelectionReader } from './replay-selection.ts'
import { createReplies } from './replies.ts'
import { createSearchEngine, type SeqPage } from './search-engine.ts'
import { createTargetDeliveries } from './target-deliveries.ts'
import { createTimeline } from './timeline.ts'

export type StoreReader = ReturnType<typeof createStoreReader>

type Deps = { readonly folder: string; readonly nowMs: () => number }

/** Answers every question about stored callbacks, in a thread of its own. Throws STORE_FAILED. */
export function createStoreReader({ folder, nowMs }: Deps) {
  const db = openIndexForReading(folder)
  const engine = createSearchEngine(db, nowMs)
  const rows = createCallbackRows(db, engine)
  const replies = createReplies(db)
  const totals = readTotals(db)
  const selections = createSelectionReader(db, engine)
  const jti = db.prepare('SELECT count(*) AS n FROM callback WHERE jti = ? AND seq < ?')
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
    /** Rows under the list's filter, newest first, and how many events there are in all. */
    page: consistently((query: PageQuery) => ({ rows: rows.page(query), total: totals().events })),
    /** One page of what a search finds. */
    search: consistently((query: SearchQuery, page: SeqPage) => rows.inOrder(engine.seqs(query, page))),
    searchSeqs: consistently((query: SearchQuery, page: SeqPage) => engine.seqs(query, page)),
    searchCount: consistently(engine.count),
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
    replayResults: consistently(createReplayResults(db)),
    selectionBounds: consistently(selections.bounds),
    selectionSlice: consistently(selections.slice),
    pins: () => pins.all().map((record) => Number(record.seq)),
    noteOf: (seq: number) => {
      const text = note.get(seq)?.text
      return typeof text === 'string' ? text : null
    },
    close: () => db.close(),
  }
}
