import type { DatabaseSync } from 'node:sqlite'
import type { CallbackRow } from '#shared/callback.ts'
import type { ReplaySelection } from '#shared/replay.ts'
import type { Reply } from '#shared/reply.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import type { Log } from '../log/log.ts'
import { callThread } from './call-thread.ts'
import type { PageQuery } from './callback-rows.ts'
import type { DerivedCallback } from './derive.ts'
import type { Answer } from './derive-loop.ts'
import type { Indexer } from './indexer.ts'
import { createIntakeLog, type StoredIntake } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { createMarks } from './marks.ts'
import { type Durability, openDatabase, setDurability } from './open-database.ts'
import { truthFile } from './open-index.ts'
import { createReplayRuns, type ResultQuery } from './replay-runs.ts'
import { selectedFrom } from './replay-selection.ts'
import { createReplyWriter, type StoredReply } from './replies.ts'
import type { RetentionLimits } from './retention.ts'
import type { SeqPage } from './search-engine.ts'
import type { StoreEvent } from './store-events.ts'
import type { StoreReader } from './store-reader.ts'
import type { StartStoreThread } from './store-thread.ts'
import { createTargetDeliveryWriter, type NewTargetDelivery } from './target-deliveries.ts'
import type { TimelineView } from './timeline.ts'

type Deps<Secrets> = {
  readonly folder: string
  readonly startThread: StartStoreThread
  /** What signatures are judged with at first. */
  readonly secrets: Secrets
  readonly durability: Durability
  /** Everything that becomes known of captured callbacks, in order. */
  readonly onEvent: (event: StoreEvent) => void
  readonly log: Log
}
type IndexerCalls<Secrets> = Indexer & { readonly setSecrets: (secrets: Secrets) => void }

/** A delivery that has just come in and been read, repeats included. */
export type Arrival = { readonly intake: StoredIntake; readonly callback: DerivedCallback }

export type Store = Awaited<ReturnType<typeof createStore>>

/**
 * Captured callbacks and sent replies in the data folder. This thread only captures: `callbacks.db` holds the captured
 * bytes, which are the truth. A second thread derives rows, verdicts, pairings and words behind them into `index.db`;
 * a third one answers questions, so that nothing here waits for a disk but the capture itself.
 * Rejects with STORE_TOO_NEW or STORE_FAILED when it cannot be opened.
 */
export async function createStore<Secrets>({
  folder,
  startThread,
  secrets,
  durability,
  onEvent,
  log,
}: Deps<Secrets>) {
  const db = openDatabase(truthFile(folder))
  setDurability(db, durability)
  const intakeOf = createIntakeReader(db).one
  const arrivals = createArrivals(intakeOf)
  let totals = { events: 0, callbacks: 0, bytes: 0 }
  const deps = {
    start: startThread,
    onEvent(event: StoreEvent) {
      if ('totals' in event) totals = event.totals
      if (event.kind === 'trouble') log.error({ explanation: event.explanation }, event.what)
      onEvent(event)
      if (event.kind === 'derived' && event.origin === 'fresh') arrivals.tell(event.callbacks)
    },
    onTrouble: (err: Error) => log.error({ err }, 'The index of stored callbacks failed.'),
  }
  const indexer = callThread<IndexerCalls<Secrets>>({ role: 'indexer', folder }, deps)
  await indexer.opened
  const reader = callThread<StoreReader>({ role: 'reader', folder }, deps)
  await reader.opened
  totals = await reader.call('totals', [])
  indexer.tell('setSecrets', [secrets])
  indexer.tell('start', [])

  const intake = createIntakeLog(db, (batch) => {
    const last = batch.at(-1)
    if (last !== undefined) indexer.tell('wake', [last.seq])
  })
  const answers = createAnswerBuffer((given) => indexer.tell('answered', [given]))
  return {
    /** Resolves with the callback's seq once it is on disk. Rejects with STORE_FAILED. */
    append: intake.append,
    /** Records what the listener did with a stored request, which completes its row. */
    answered: answers.add,
    /** One captured request, as it came in. Read here and at once. */
    intake: intakeOf,
    /** Hears of every delivery that comes in from now on, in order; returns what ends that. */
    onArrivals: arrivals.listen,
    /** How many rows there are: every event counts once, however often it was delivered. */
    count: () => totals.events,
    /** How much is stored: `callbacks` counts repeated deliveries, `bytes` their bodies, paths and headers. */
    sizes: () => totals,
    setDurability: (wanted: Durability) => setDurability(db, wanted),
    ...questionsOf(reader),
    ...changesOf(db, indexer),
    /** The runs of replays, which stand apart from all the rest, and the callbacks that a selection means. */
    replays: {
      ...createReplayRuns(db),
      results: (query: ResultQuery) => reader.call('replayResults', [query]),
      select: async (selection: ReplaySelection) =>
        selectedFrom(await reader.call('selectionBounds', [selection]), (behindSeq) =>
          reader.call('selectionSlice', [selection, behindSeq]),
        ),
    },
    /** Derives every row anew in the background, with these secrets; tells of those that changed. */
    async rebuild(wanted: Secrets): Promise<void> {
      await indexer.call('setSecrets', [wanted])
      await indexer.call('rebuild', [])
    },
    /** Resolves when everything that was captured and answered so far has been derived. */
    async settled(): Promise<void> {
      intake.flush()
      answers.flush()
      await indexer.call('settled', [])
    },
    async dispose(): Promise<void> {
      intake.flush()
      answers.flush()
      await reader.call('close', []).finally(reader.end)
      await indexer.call('close', []).finally(indexer.end)
      db.close()
    },
  }
}

type Reader = ReturnType<typeof callThread<StoreReader>>

/** What can be asked. All of it is answered by another thread; `signal` takes a question back. */
function questionsOf(reader: Reader) {
  return {
    /** Rows under the list's filter, newest first, and how many events there are in all. */
    page: (query: PageQuery): Promise<{ readonly rows: readonly CallbackRow[]; readonly total: number }> =>
      reader.call('page', [query]),
    /** One page of what a search finds. */
    search: (query: SearchQuery, page: SeqPage, signal?: AbortSignal) =>
      reader.call('search', [query, page], signal),
    /** The same without the rows. */
    searchSeqs: (query: SearchQuery, page: SeqPage, signal?: AbortSignal) =>
      reader.call('searchSeqs', [query, page], signal),
    /** How many a search finds: exact up to 10,000, rounded above. */
    searchCount: (query: SearchQuery, signal?: AbortSignal) => reader.call('searchCount', [query], signal),
    /** How many events of each kind were received when. */
    timeline: (query: SearchQuery, view: TimelineView) => reader.call('timeline', [query, view]),
    row: (seq: number) => reader.call('row', [seq]),
    deliveries: (first: number) => reader.call('deliveries', [first]),
    lastInboundAtMs: (psid: string, pageId: string) => reader.call('lastInboundAtMs', [psid, pageId]),
    /** How many callbacks before this one carried the same token id. */
    countEarlier: (jti: string, beforeSeq: number) => reader.call('countEarlier', [jti, beforeSeq]),
    newestReplies: (limit: number) => reader.call('newestReplies', [limit]),
    messageStatuses: (messageUuid: string) => reader.call('messageStatuses', [messageUuid]),
    /** Pinned events, newest first. */
    pins: () => reader.call('pins', []),
    noteOf: (seq: number) => reader.call('noteOf', [seq]),
    /** What targets made of a callback and its repeats, newest first. */
    targetDeliveries: (seq: number) => reader.call('targetDeliveries', [seq]),
  }
}

type IndexerThread = Pick<ReturnType<typeof callThread<Indexer>>, 'call' | 'tell'>

/** What can be changed. */
function changesOf(db: DatabaseSync, indexer: IndexerThread) {
  const marks = createMarks(db)
  const saveReply = createReplyWriter(db)
  const saveDeliveries = createTargetDeliveryWriter(db)
  return {
    /** Keeps what targets made of callbacks, in one transaction; their rows are told of. */
    saveTargetDeliveries(batch: readonly NewTargetDelivery[]): void {
      saveDeliveries(batch)
      indexer.tell('passedOn', [batch.map(({ delivery }) => delivery.callbackSeq)])
    },
    /** What is derived from a captured request, without waiting for its turn. */
    describe: (seq: number) => indexer.call('describe', [seq]),
    async saveReply(reply: StoredReply): Promise<Reply> {
      return await indexer.call('replySaved', [reply, saveReply(reply)])
    },
    /** Pins or unpins an event. A pinned one is neither pruned nor deleted. */
    setPin: marks.setPin,
    /** Notes something about an event, which keeps it; empty text takes the note away. */
    async setNote(seq: number, text: string, atMs: number): Promise<void> {
      marks.setNote(seq, text, atMs)
      await indexer.call('noted', [seq])
    },
    /** Hides what matches, at once; it is removed after `undoMs`. Returns how many events and how to take it back. */
    deleteMatching: (query: SearchQuery, undoMs: number) => indexer.call('deleteMatching', [query, undoMs]),
    deleteEvents: (seqs: readonly number[], undoMs: number) => indexer.call('deleteEvents', [seqs, undoMs]),
    /** False: it is too late. */
    undoDelete: (batchId: number) => indexer.call('undoDelete', [batchId]),
    /** Removes the oldest events over the limits, a little at a time; returns how many. */
    prune: (limits: RetentionLimits) => indexer.call('prune', [limits]),
  }
}

/** Passes answers on together, once per turn of the event loop. */
function createAnswerBuffer(pass: (answers: readonly Answer[]) => void) {
  let waiting: Answer[] = []
  function flush(): void {
    const given = waiting
    waiting = []
    if (given.length > 0) pass(given)
  }
  return {
    add(answer: Answer): void {
      if (waiting.push(answer) === 1) setImmediate(flush)
    },
    flush,
  }
}

/** Tells listeners of callbacks that came in, each with what was captured. */
function createArrivals(intakeOf: (seq: number) => StoredIntake | null) {
  const listeners = new Set<(arrivals: readonly Arrival[]) => void>()
  return {
    listen(listener: (arrivals: readonly Arrival[]) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(callbacks: readonly DerivedCallback[]): void {
      if (listeners.size === 0) return
      const arrived = callbacks.flatMap((callback) => {
        const intake = intakeOf(callback.seq)
        return intake === null ? [] : [{ intake, callback }]
      })
      for (const listener of listeners) listener(arrived)
    },
  }
}
