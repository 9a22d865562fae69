import type { Explanation } from '#shared/errors.ts'
import type { Durability } from '#shared/retention.ts'
import type { Log } from '../log/log.ts'
import { createArrivals } from './arrivals.ts'
import type { callThread } from './call-thread.ts'
import type { DerivedCallback } from './derive.ts'
import { createImports, type ImportedBatch } from './imports.ts'
import type { IndexTotals } from './index-totals.ts'
import type { Indexer } from './indexer.ts'
import { createIntakeLog, createIntakeWriter } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { mergeSideFile, openDatabase, setDurability } from './open-database.ts'
import { truthFile } from './open-index.ts'
import { createSentLookup } from './replies.ts'
import { createSessionSource } from './session-source.ts'
import { changesOf } from './store-changes.ts'
import type { StoreEvent, ThreadEvent } from './store-events.ts'
import { questionsOf } from './store-questions.ts'
import { replaysOf } from './store-replays.ts'
import type { StartStoreThread } from './store-thread.ts'
import { openStoreThreads } from './store-threads.ts'
import { createWakeSoon } from './wake-soon.ts'

type Deps<Secrets> = {
  readonly folder: string
  readonly startThread: StartStoreThread
  /** What signatures are judged with at first. */
  readonly secrets: Secrets
  readonly durability: Durability
  /** Everything that becomes known of captured callbacks, in order. */
  readonly onEvent: (event: StoreEvent) => void
  /** A part of the store ended and cannot be started again; what is captured is still stored. */
  readonly onStopped?: (explanation: Explanation) => void
  readonly log: Log
}

export type Store = Awaited<ReturnType<typeof createStore>>

/**
 * Captured callbacks and sent replies in the data folder. This thread only captures: `callbacks.db` holds the captured
 * bytes, which are the truth. A second thread derives rows, verdicts, pairings and words behind them into `index.db`;
 * a third one answers questions, so that nothing here waits for a disk but the capture itself. The two files are apart
 * so that a transaction of the index never keeps a callback waiting.
 * Rejects with STORE_TOO_NEW or STORE_FAILED when it cannot be opened.
 */
export async function createStore<Secrets>(deps: Deps<Secrets>) {
  const { folder, log } = deps
  const db = openDatabase(truthFile(folder))
  setDurability(db, deps.durability)
  const writeIntake = createIntakeWriter(db)
  const imports = createImports(db, writeIntake)
  const intakeOf = createIntakeReader(db).one
  const arrivals = createArrivals(intakeOf)
  const news = createNews({
    ...{ ...deps, isImported: imports.has, onArrivals: arrivals.tell },
    // A side file that is merged to its end is written from its beginning again: that is twice as fast as a growing one.
    onMerged: () => mergeSideFile(db, ({ explanation }) => log.error({ explanation }, explanation.what)),
  })
  const threads = await openStoreThreads({
    ...{ folder, log, start: deps.startThread, secrets: deps.secrets, onEvent: news.take },
    onGivenUp: ({ explanation }) => deps.onStopped?.(explanation),
  })
  const { indexer, reader } = threads
  news.begin(await reader.call('totals', []))
  threads.begin()

  const wake = createWakeSoon(() => indexer.tell('wake', []))
  const intake = createIntakeLog({
    ...{ db, writeIntake, onCommitted: wake.soon },
    onAnswersLost: (err) => log.error({ err }, 'It was not noted what callbacks were answered.'),
  })
  return {
    ...capturingWith(intake, arrivals),
    /** One captured request, as it came in. Read here and at once. */
    intake: intakeOf,
    /** Whether a message with this message_uuid was sent from here. Answered here and at once. */
    isSentFromHere: createSentLookup(db),
    /** How many rows there are: every event counts once, however often it was delivered. */
    count: () => news.totals().events,
    /** How much is stored: `callbacks` counts repeated deliveries, `bytes` their bodies, paths and headers. */
    sizes: news.totals,
    setDurability: (wanted: Durability) => setDurability(db, wanted),
    ...questionsOf(reader),
    ...changesOf(db, threads),
    importBatch: importerWith(imports, indexer, wake.soon),
    replays: replaysOf(db, reader),
    /** Everything there is, or what a selection means, to be written to a file. */
    session: createSessionSource(reader, () => news.totals().callbacks),
    /** Derives every row anew in the background, with these secrets; tells of those that changed. */
    rebuild: threads.rebuild,
    /** Resolves when everything that was captured and answered so far has been derived. */
    async settled(): Promise<void> {
      intake.flush()
      await indexer.call('settled', [])
    },
    async dispose(): Promise<void> {
      intake.flush()
      wake.stop()
      await threads.close().finally(() => db.close())
    },
  }
}

function capturingWith(
  intake: ReturnType<typeof createIntakeLog>,
  arrivals: ReturnType<typeof createArrivals>,
) {
  return {
    /** Resolves with the callback's seq once it is on disk. Rejects with STORE_FAILED. */
    append: intake.append,
    /** Records what the listener did with a stored request, which completes its row. */
    answered: intake.answered,
    /** Hears of every delivery that comes in from now on, in order; returns what ends that. */
    onArrivals: arrivals.listen,
  }
}

type IndexerThread = Pick<ReturnType<typeof callThread<Indexer>>, 'call'>

function importerWith(imports: ReturnType<typeof createImports>, indexer: IndexerThread, wake: () => void) {
  /**
   * Adds what comes out of a file, as it was captured once, in one transaction. It is derived like all the rest, but
   * is no arrival. Throws STORE_FAILED; then nothing of the batch is stored.
   */
  return async (batch: ImportedBatch, atMs: number): Promise<{ readonly replies: number }> => {
    const { lastSeq, replies } = imports.put(batch, atMs)
    if (lastSeq !== null) wake()
    for (const { reply, messageUuid } of replies) await indexer.call('replySaved', [reply, messageUuid])
    return { replies: replies.length }
  }
}

type NewsDeps = Pick<Deps<unknown>, 'onEvent' | 'log'> & {
  readonly isImported: (seq: number) => boolean
  readonly onArrivals: (callbacks: readonly DerivedCallback[]) => void
  readonly onMerged: () => void
}

/** Passes on what the indexer tells, and keeps the newest totals. */
function createNews({ onEvent, log, isImported, onArrivals, onMerged }: NewsDeps) {
  let totals: Omit<IndexTotals, 'seq'> = { events: 0, callbacks: 0, bytes: 0 }
  return {
    totals: () => totals,
    begin(known: IndexTotals): void {
      totals = known
    },
    take(told: ThreadEvent): void {
      if (told.kind === 'merged') {
        onMerged()
        return
      }
      const event = withoutImported(told, isImported)
      if ('totals' in event) totals = event.totals
      if (event.kind === 'trouble') log.error({ explanation: event.explanation }, event.what)
      onEvent(event)
      if (event.kind === 'derived' && event.origin === 'fresh') onArrivals(event.callbacks)
    },
  }
}

/** What came out of a file was not captured here: whoever waits for callbacks does not hear of it. Its rows are told. */
function withoutImported(event: StoreEvent, isImported: (seq: number) => boolean): StoreEvent {
  if (event.kind !== 'derived') return event
  return { ...event, callbacks: event.callbacks.filter(({ seq }) => !isImported(seq)) }
}
