import type { ConversationId } from '#shared/chats.ts'
import type { ReplaySelection } from '#shared/replay.ts'
import type { Durability } from '#shared/retention.ts'
import type { Log } from '../log/log.ts'
import { createArrivals } from './arrivals.ts'
import { callThread } from './call-thread.ts'
import { createImports, type ImportedBatch } from './imports.ts'
import type { Indexer } from './indexer.ts'
import { createIntakeLog } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { createMarks } from './marks.ts'
import { openDatabase, setDurability } from './open-database.ts'
import { truthFile } from './open-index.ts'
import { createReplayRuns, type ResultQuery } from './replay-runs.ts'
import { selectedFrom } from './replay-selection.ts'
import { createSentLookup } from './replies.ts'
import { createSessionSource } from './session-source.ts'
import { changesOf } from './store-changes.ts'
import type { StoreEvent } from './store-events.ts'
import { questionsOf } from './store-questions.ts'
import type { StoreReader } from './store-reader.ts'
import type { StartStoreThread } from './store-thread.ts'
import { createWakeSoon } from './wake-soon.ts'

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
  const imports = createImports(db)
  let totals = { events: 0, callbacks: 0, bytes: 0 }
  const deps = {
    start: startThread,
    onEvent(told: StoreEvent) {
      const event = withoutImported(told, imports.has)
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

  const wake = createWakeSoon(() => indexer.tell('wake', []))
  const intake = createIntakeLog({
    db,
    onCommitted: wake.soon,
    onAnswersLost: (err) => log.error({ err }, 'It was not noted what callbacks were answered.'),
  })
  const { setRead } = createMarks(db)
  return {
    /** Resolves with the callback's seq once it is on disk. Rejects with STORE_FAILED. */
    append: intake.append,
    /** Records what the listener did with a stored request, which completes its row. */
    answered: intake.answered,
    /** One captured request, as it came in. Read here and at once. */
    intake: intakeOf,
    /** Whether a message with this message_uuid was sent from here. Answered here and at once. */
    isSentFromHere: createSentLookup(db),
    /** Hears of every delivery that comes in from now on, in order; returns what ends that. */
    onArrivals: arrivals.listen,
    /** How many rows there are: every event counts once, however often it was delivered. */
    count: () => totals.events,
    /** How much is stored: `callbacks` counts repeated deliveries, `bytes` their bodies, paths and headers. */
    sizes: () => totals,
    setDurability: (wanted: Durability) => setDurability(db, wanted),
    ...questionsOf(reader),
    ...changesOf(db, indexer),
    /** Everything of this conversation that is here now has been read. */
    async readConversation(id: ConversationId): Promise<void> {
      const newest = await reader.call('newestInbound', [id])
      if (newest !== null) setRead(id, newest)
    },
    /** The runs of replays, which stand apart from all the rest, and the callbacks that a selection means. */
    replays: {
      ...createReplayRuns(db),
      results: (query: ResultQuery) => reader.call('replayResults', [query]),
      /** Throws BAD_FILTER. */
      async select(selection: ReplaySelection) {
        const resolved = await reader.call('resolveSelection', [selection])
        return selectedFrom(await reader.call('selectionBounds', [resolved]), (behindSeq) =>
          reader.call('selectionSlice', [resolved, behindSeq]),
        )
      },
    },
    /** Everything there is, or what a selection means, to be written to a file. */
    session: createSessionSource(reader, () => totals.callbacks),
    /**
     * Adds what comes out of a file, as it was captured once, in one transaction. It is derived like all the rest, but
     * is no arrival. Throws STORE_FAILED; then nothing of the batch is stored.
     */
    async importBatch(batch: ImportedBatch, atMs: number): Promise<{ readonly replies: number }> {
      const { lastSeq, replies } = imports.put(batch, atMs)
      if (lastSeq !== null) wake.soon()
      for (const { reply, messageUuid } of replies) await indexer.call('replySaved', [reply, messageUuid])
      return { replies: replies.length }
    },
    /** Derives every row anew in the background, with these secrets; tells of those that changed. */
    async rebuild(wanted: Secrets): Promise<void> {
      await indexer.call('setSecrets', [wanted])
      await indexer.call('rebuild', [])
    },
    /** Resolves when everything that was captured and answered so far has been derived. */
    async settled(): Promise<void> {
      intake.flush()
      await indexer.call('settled', [])
    },
    async dispose(): Promise<void> {
      intake.flush()
      wake.stop()
      await reader.call('close', []).finally(reader.end)
      await indexer.call('close', []).finally(indexer.end)
      db.close()
    },
  }
}

/** What came out of a file was not captured here: whoever waits for callbacks does not hear of it. Its rows are told. */
function withoutImported(event: StoreEvent, isImported: (seq: number) => boolean): StoreEvent {
  if (event.kind !== 'derived') return event
  return { ...event, callbacks: event.callbacks.filter(({ seq }) => !isImported(seq)) }
}
