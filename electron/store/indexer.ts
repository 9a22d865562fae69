import { type DerivedCallback, deriveCallback, type SignatureJudge } from './derive.ts'
import { explainFailure } from './explain-failure.ts'
import { createCallbackRows } from './callback-rows.ts'
import { createIndexWriter } from './index-writer.ts'
import type { StoredIntake } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { createMaintenance } from './maintenance.ts'
import { openDatabase, setDurability } from './open-database.ts'
import { openIndex, truthFile } from './open-index.ts'
import { createReplies, type StoredReply } from './replies.ts'
import { createSearchEngine } from './search-engine.ts'
import type { DerivedOrigin, StoreEvent } from './store-events.ts'

/** What the listener did with a callback. */
export type Answer = { readonly seq: number; readonly httpStatus: number; readonly durationMs: number }

/** So many are derived before other work gets its turn. */
const SLICE = 200
/** With more than this waiting, rows are not told one by one: whoever shows them looks again at the end. */
const TOLD_ONE_BY_ONE = 2_000

type Deps = {
  readonly folder: string
  readonly judge: SignatureJudge
  readonly tell: (event: StoreEvent) => void
  readonly nowMs: () => number
}

export type Indexer = ReturnType<typeof createIndexer>

/**
 * Derives what lists and searches need, behind the capture and in a thread of its own: kinds, verdicts, pairs and words.
 * Where it stopped is in the index, so it goes on from there after any end. Throws STORE_FAILED.
 */
export function createIndexer({ folder, judge, tell, nowMs }: Deps) {
  const db = openIndex(folder)
  const truth = openDatabase(truthFile(folder))
  // It only removes from it: what a loss of power brings back is removed again.
  setDurability(truth, 'crash')
  const intakes = createIntakeReader(truth)
  const engine = createSearchEngine(db, nowMs)
  const rows = createCallbackRows(db, engine)
  const replies = createReplies(db)
  const writer = createIndexWriter(db, { judge, intakeOf: intakes.one })
  const putAnswer = db.prepare('INSERT OR REPLACE INTO main.answer VALUES (:seq, :httpStatus, :durationMs)')
  const noteFailed = db.prepare('INSERT OR REPLACE INTO failed VALUES (?, ?)')
  const clearFailed = db.prepare('DELETE FROM failed')
  const allFailed = db.prepare('SELECT seq FROM failed ORDER BY seq')
  const earlierRun = lastSeq()
  let wantedSeq = earlierRun
  let answers: Answer[] = []
  let isUntold = false
  let running: Promise<void> | null = null
  let isClosed = false
  let rebuilding = new AbortController()

  function lastSeq(): number {
    return Number(truth.prepare('SELECT max(seq) AS seq FROM intake').get()?.seq ?? 0)
  }

  /** Derives one callback; one that cannot be is set aside, so that it does not hold up the others. */
  function put(intake: StoredIntake): DerivedCallback[] {
    try {
      return [writer.put(intake)]
    } catch (error) {
      const explanation = explainFailure(error)
      noteFailed.run(intake.seq, explanation.why)
      tell({ kind: 'trouble', what: 'A callback was stored but could not be read.', explanation })
      return []
    }
  }

  function publish(origin: DerivedOrigin, fresh: readonly DerivedCallback[], seqs: readonly number[]): void {
    const isBehind = wantedSeq - writer.totals().seq > TOLD_ONE_BY_ONE
    isUntold ||= isBehind
    const shown = isBehind ? null : rows.many(seqs)
    tell({ kind: 'derived', origin, callbacks: fresh, rows: shown, totals: writer.totals() })
    for (const uuid of messagesOf(fresh)) {
      for (const reply of replies.byMessageUuid(uuid)) tell({ kind: 'reply', reply })
    }
  }

  function deriveSome(): void {
    const slice = intakes.page(writer.totals().seq, SLICE)
    const given = answers.splice(0)
    const fresh = writer.batch(() => {
      for (const answer of given) putAnswer.run({ ...answer })
      const derived = slice.flatMap(put)
      writer.reached(slice.at(-1)?.seq ?? Math.max(writer.totals().seq, 0))
      return derived
    })
    if (slice.length + given.length === 0) return
    const origin = (slice[0]?.seq ?? Number.POSITIVE_INFINITY) <= earlierRun ? 'catch-up' : 'fresh'
    publish(origin, fresh, [...fresh, ...given].map(({ seq }) => seq))
  }

  async function run(): Promise<void> {
    while (!isClosed && (writer.totals().seq < wantedSeq || answers.length > 0)) {
      const before = writer.totals().seq
      deriveSome()
      // What was deleted before it was derived leaves a gap at the end.
      if (writer.totals().seq === before && answers.length === 0) wantedSeq = before
      maintenance.checkpoint()
      await nextTurn()
    }
    maintenance.checkpointAll()
    if (isUntold) tell({ kind: 'changed', totals: writer.totals() })
    isUntold = false
  }

  /** Derives in the background; resolves when all there is has been derived. */
  function work(): Promise<void> {
    running ??= run()
      .catch((error: unknown) => {
        const explanation = explainFailure(error)
        tell({ kind: 'trouble', what: 'Callbacks were stored but could not be read.', explanation })
      })
      .finally(() => {
        running = null
      })
    return running
  }

  function retryFailed(): void {
    const failed = allFailed.all().flatMap((record) => intakes.one(Number(record.seq)) ?? [])
    if (failed.length === 0) return
    const fresh = writer.batch(() => {
      clearFailed.run()
      return failed.flatMap(put)
    })
    publish('catch-up', fresh, fresh.map(({ seq }) => seq))
  }

  const maintenance = createMaintenance({ db, truth, writer, engine, tell, nowMs, nextTurn })
  return {
    /** Callbacks up to this one are on disk. */
    wake(seq: number): void {
      wantedSeq = Math.max(wantedSeq, seq)
      void work()
    },
    answered(given: readonly Answer[]): void {
      answers.push(...given)
      void work()
    },
    /** Derives what earlier runs left, and removes what they threw away. */
    start(): void {
      retryFailed()
      void work()
      maintenance.start()
    },
    /** Resolves when everything told so far has been derived. */
    async settled(): Promise<void> {
      while (running !== null) await running
    },
    /** A stored reply with its statuses, which learn now whose they are. */
    replySaved(reply: StoredReply, messageUuid: string | null) {
      const seqs = messageUuid === null ? [] : writer.statusesOf(messageUuid)
      if (seqs.length > 0) {
        writer.batch(() => {
          for (const seq of seqs) writer.retag(seq)
        })
        publish('anew', [], seqs)
      }
      const saved = replies.withStatuses(reply)
      tell({ kind: 'reply', reply: saved })
      return saved
    },
    /** What somebody noted about an event has changed, so it is found under something else. */
    noted(seq: number): void {
      writer.batch(() => writer.retag(seq))
      publish('anew', [], [seq])
    },
    /** Callbacks were passed on to the developer's own server: their rows say how it went. */
    passedOn(seqs: readonly number[]): void {
      publish('anew', [], seqs)
    },
    /** What is derived from a captured request, without waiting for its turn; null where there is none. */
    describe(seq: number): DerivedCallback | null {
      const intake = intakes.one(seq)
      return intake === null ? null : deriveCallback(intake, judge, writer)
    },
    /** Derives every row anew in the background; tells of those that changed. Another call ends this one. */
    async rebuild(): Promise<void> {
      rebuilding.abort()
      rebuilding = new AbortController()
      const { signal } = rebuilding
      for (let last = 0; !signal.aborted && !isClosed; await nextTurn()) {
        const slice = intakes.page(last, SLICE).filter(({ seq }) => seq <= writer.totals().seq)
        const end = slice.at(-1)
        if (end === undefined) return
        rederive(slice)
        last = end.seq
      }
    },
    ...maintenance.calls,
    async close(): Promise<void> {
      rebuilding.abort()
      maintenance.stop()
      // Answers are nowhere else; callbacks are, and can wait for the next start.
      if (answers.length > 0) deriveSome()
      isClosed = true
      await running
      truth.close()
      db.close()
    },
  }

  function rederive(slice: readonly StoredIntake[]): void {
    const before = new Map(slice.map(({ seq }) => [seq, writer.looksOf(seq)]))
    const derived = writer.batch(() => slice.flatMap(put))
    const changed = derived.filter(({ seq }) => writer.looksOf(seq) !== before.get(seq))
    if (changed.length > 0) publish('anew', changed, changed.map(({ seq }) => seq))
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The messages whose statuses these are. */
function messagesOf(callbacks: readonly DerivedCallback[]): ReadonlySet<string> {
  const statuses = callbacks.filter(({ kind }) => kind === 'status')
  return new Set(statuses.flatMap(({ messageUuid }) => (messageUuid === null ? [] : [messageUuid])))
}
