import type { DatabaseSync } from 'node:sqlite'
import { explainFailure } from './explain-failure.ts'
import type { createIndexPublisher } from './index-publisher.ts'
import type { createIndexWriter } from './index-writer.ts'
import type { createIntakeReader } from './intake-reader.ts'
import { nextTurn } from './next-turn.ts'
import type { StoreEvent } from './store-events.ts'
import type { createTolerantWriter } from './tolerant-writer.ts'

/** What the listener did with a callback. */
export type Answer = { readonly seq: number; readonly httpStatus: number; readonly durationMs: number }

/** So many are derived before other work gets its turn. */
const SLICE = 200

type Deps = {
  readonly db: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly tolerant: ReturnType<typeof createTolerantWriter>
  readonly intakes: ReturnType<typeof createIntakeReader>
  readonly publisher: ReturnType<typeof createIndexPublisher>
  /** The newest callback of earlier runs. */
  readonly earlierRun: number
  readonly tell: (event: StoreEvent) => void
  /** After every slice; `isDone`: nothing waits any more. */
  readonly onSlice: (isDone: boolean) => void
}

/** Derives what is captured, in order, from where the index stopped. */
export function createDeriveLoop(deps: Deps) {
  const { db, writer, tolerant, intakes, publisher, earlierRun, tell, onSlice } = deps
  const putAnswer = db.prepare('INSERT OR REPLACE INTO main.answer VALUES (:seq, :httpStatus, :durationMs)')
  let wantedSeq = earlierRun
  let answers: Answer[] = []
  let running: Promise<void> | null = null
  let isStopped = false

  const waiting = () => Math.max(0, wantedSeq - writer.totals().seq)

  function deriveSome(): void {
    const slice = intakes.page(writer.totals().seq, SLICE)
    const given = answers
    answers = []
    // What was deleted before it was derived leaves a gap at the end.
    if (slice.length === 0) wantedSeq = writer.totals().seq
    if (slice.length + given.length === 0) return
    const callbacks = writer.batch(() => {
      for (const answer of given) putAnswer.run({ ...answer })
      const derived = slice.flatMap(tolerant.put)
      writer.reached(slice.at(-1)?.seq ?? 0)
      return derived
    })
    const origin = (slice[0]?.seq ?? Number.POSITIVE_INFINITY) <= earlierRun ? 'catch-up' : 'fresh'
    const seqs = [...callbacks, ...given].map(({ seq }) => seq)
    publisher.publish({ origin, callbacks, seqs, waiting: waiting() })
  }

  async function run(): Promise<void> {
    while (!isStopped && (waiting() > 0 || answers.length > 0)) {
      deriveSome()
      onSlice(false)
      await nextTurn()
    }
    onSlice(true)
    publisher.caughtUp()
  }

  function work(): void {
    running ??= run()
      .catch((error: unknown) => {
        const explanation = explainFailure(error)
        tell({ kind: 'trouble', what: 'Callbacks were stored but could not be read.', explanation })
      })
      .finally(() => {
        running = null
      })
  }

  return {
    waiting,
    /** Derives what earlier runs left. */
    start: work,
    /** Callbacks up to this one are on disk. */
    wake(seq: number): void {
      wantedSeq = Math.max(wantedSeq, seq)
      work()
    },
    answered(given: readonly Answer[]): void {
      answers.push(...given)
      work()
    },
    /** Resolves when everything told so far has been derived. */
    async settled(): Promise<void> {
      while (running !== null) await running
    },
    async stop(): Promise<void> {
      isStopped = true
      await running
      // Answers are nowhere else; callbacks are, and can wait for the next start.
      if (answers.length > 0) deriveSome()
    },
  }
}
