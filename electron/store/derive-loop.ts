import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, createAnswerReader } from './answer-log.ts'
import type { DerivedCallback } from './derive.ts'
import type { createDerivePace } from './derive-pace.ts'
import { explainFailure } from './explain-failure.ts'
import type { createIndexPublisher } from './index-publisher.ts'
import type { createIndexWriter } from './index-writer.ts'
import type { createIntakeReader } from './intake-reader.ts'
import type { createMarkMover } from './mark-mover.ts'
import { nextTurn } from './next-turn.ts'
import type { StoreEvent } from './store-events.ts'
import type { createTolerantWriter } from './tolerant-writer.ts'

/** So many rows of the log of answers are read at a time; each may hold what a turn of the event loop answered. */
const ANSWER_ROWS = 50

type Deps = {
  readonly db: DatabaseSync
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly tolerant: ReturnType<typeof createTolerantWriter>
  readonly intakes: ReturnType<typeof createIntakeReader>
  /** Of the file of captured callbacks. */
  readonly answersBehind: ReturnType<typeof createAnswerReader>
  readonly newestSeq: () => number
  readonly pace: Pick<ReturnType<typeof createDerivePace>, 'next'>
  readonly moveMarks: ReturnType<typeof createMarkMover>
  readonly publisher: ReturnType<typeof createIndexPublisher>
  readonly tell: (event: StoreEvent) => void
  /** After every slice; `isDone`: nothing waits any more. */
  readonly onSlice: (isDone: boolean) => void
}

/**
 * Derives what is captured, in order, from where the index stopped. Only positions are kept here: whatever waits is read
 * from the file when its turn has come, so a backlog takes up no memory.
 */
export function createDeriveLoop(deps: Deps) {
  const { writer, newestSeq, publisher, pace, tell, onSlice } = deps
  let isAwake = false
  let running: Promise<void> | null = null
  const stop = new AbortController()

  const waiting = () => Math.max(0, newestSeq() - writer.totals().seq)
  const deriveSome = createDeriveSome(deps, waiting)

  async function run(): Promise<void> {
    while (isAwake && !stop.signal.aborted) {
      const { limit, pauseMs } = pace.next(waiting())
      // Until there is nothing left; a wake meanwhile may be about what came after the look.
      isAwake = false
      if (limit === 0 || deriveSome(limit)) isAwake = true
      onSlice(false)
      if (pauseMs === 0) await nextTurn()
      else await delay(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined)
    }
    onSlice(true)
    publisher.caughtUp()
  }

  function work(): void {
    // What is captured while the app closes still wakes it, and by then its files are closed.
    if (stop.signal.aborted) return
    isAwake = true
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
    /** Something has been captured or answered. */
    wake: work,
    /** Resolves when everything that is in the file has been derived. */
    async settled(): Promise<void> {
      work()
      while (running !== null) await running
    },
    /** What waits can wait for the next start. */
    async stop(): Promise<void> {
      stop.abort()
      await running
    },
  }
}

/** Derives the next callbacks and tells of them; returns whether there was anything. */
function createDeriveSome(deps: Deps, waiting: () => number) {
  const { publisher, newestSeq, moveMarks } = deps
  const earlierRun = newestSeq()
  const putSlice = createSliceWriter(deps)
  return (limit: number): boolean => {
    const { callbacks, answers, first } = putSlice(limit)
    if (first === null && answers.length === 0) return false
    const origin = (first ?? Number.POSITIVE_INFINITY) <= earlierRun ? 'catch-up' : 'fresh'
    const marked = first === null ? [] : moveMarks(first, callbacks.at(-1)?.seq ?? first)
    const seqs = [...[...callbacks, ...answers].map(({ seq }) => seq), ...marked]
    publisher.publish({ origin, callbacks, seqs, waiting: waiting() })
    return true
  }
}

type Slice = {
  readonly callbacks: readonly DerivedCallback[]
  readonly answers: readonly Answer[]
  /** Where it begins; null: there was no callback in it. */
  readonly first: number | null
}

/** Derives the next callbacks and notes the next answers, in one transaction. */
function createSliceWriter({ db, writer, tolerant, intakes, answersBehind, newestSeq }: Deps) {
  const putAnswer = db.prepare(`INSERT OR REPLACE INTO main.answer SELECT :seq, :httpStatus, :durationMs
    WHERE EXISTS (SELECT 1 FROM truth.intake WHERE intake.seq = :seq)`)
  const position = db.prepare('SELECT log_id FROM answer_position')
  const setPosition = db.prepare('UPDATE answer_position SET log_id = ?')
  let logId = Number(position.get()?.log_id ?? 0)

  return (limit: number): Slice => {
    // Before the look: what is captured behind it is no gap.
    const newest = newestSeq()
    const slice = intakes.page(writer.totals().seq, limit)
    // Of a callback that still waits, nobody can be told the answer yet.
    const logged = answersBehind(logId, slice.at(-1)?.seq ?? newest, ANSWER_ROWS)
    const answers = logged.flatMap((row) => row.answers)
    const [first, lastId] = [slice[0]?.seq ?? null, logged.at(-1)?.id ?? logId]
    // What was deleted before it was derived leaves a gap at the end.
    if (first === null) writer.reached(newest)
    if (first === null && logged.length === 0) return { callbacks: [], answers, first }
    const callbacks = writer.batch(() => {
      for (const answer of answers) putAnswer.run({ ...answer })
      if (lastId !== logId) setPosition.run(lastId)
      const derived = slice.flatMap(tolerant.put)
      writer.reached(slice.at(-1)?.seq ?? 0)
      return derived
    })
    logId = lastId
    return { callbacks, answers, first }
  }
}
