import { createAnswerReader } from './answer-log.ts'
import { createCallbackRows } from './callback-rows.ts'
import { type DerivedCallback, deriveCallback, type SignatureJudge } from './derive.ts'
import { createDeriveLoop } from './derive-loop.ts'
import { createDerivePace } from './derive-pace.ts'
import { createIndexPublisher } from './index-publisher.ts'
import { readShownTotals } from './index-totals.ts'
import { createIndexWriter } from './index-writer.ts'
import { createIntakeReader } from './intake-reader.ts'
import { createMaintenance } from './maintenance.ts'
import { createMarkMover } from './mark-mover.ts'
import { openDatabase, setDurability } from './open-database.ts'
import { openIndex, truthFile } from './open-index.ts'
import { createRebuilding } from './rebuilding.ts'
import { createRepeatJoiner } from './repeat-joiner.ts'
import { createReplies, type StoredReply } from './replies.ts'
import { createSearchEngine } from './search-engine.ts'
import type { DerivedOrigin, ThreadEvent } from './store-events.ts'
import { createTolerantWriter } from './tolerant-writer.ts'

type Deps = {
  readonly folder: string
  readonly judge: SignatureJudge
  readonly tell: (event: ThreadEvent) => void
  readonly nowMs: () => number
}

export type Indexer = ReturnType<typeof createIndexer>

/**
 * Derives what lists and searches need, behind the capture and in a thread of its own: kinds, verdicts, pairs and words.
 * Where it stopped is in the index, so it goes on from there after any end. Throws STORE_FAILED.
 */
export function createIndexer(deps: Deps) {
  const parts = openParts(deps)
  const { db, truth, writer, tolerant, intakes, moveMarks, loop, rebuilding, maintenance, publish } = parts
  return {
    ...{ wake: loop.wake, settled: loop.settled, rebuild: rebuilding.rebuild },
    /** Derives what earlier runs left, and removes what they threw away. */
    start(): void {
      publish('catch-up', tolerant.retry())
      writer.batch(writer.adoptReplies)
      publish('anew', [], moveMarks(0, Number.MAX_SAFE_INTEGER))
      loop.start()
      maintenance.start()
    },
    ...changesOf(parts),
    /** What is derived from a captured request, without waiting for its turn; null where there is none. */
    describe(seq: number): DerivedCallback | null {
      const intake = intakes.one(seq)
      return intake === null ? null : deriveCallback(intake, deps.judge, writer)
    },
    ...maintenance.calls,
    async close(): Promise<void> {
      rebuilding.stop()
      maintenance.stop()
      await loop.stop()
      truth.close()
      db.close()
    },
  }
}

type Parts = ReturnType<typeof openParts>

function openParts({ folder, judge, tell, nowMs }: Deps) {
  const db = openIndex(folder)
  const truth = openDatabase(truthFile(folder))
  // It only removes from it, and moves marks: what a loss of power brings back is removed or moved again.
  setDurability(truth, 'crash')
  const intakes = createIntakeReader(truth)
  const engine = createSearchEngine(db, nowMs)
  const pace = createDerivePace({ newestSeq: intakes.newestSeq, nowMs: () => performance.now() })
  const replies = createReplies(db)
  const writer = createIndexWriter(db, { judge, intakeOf: intakes.one })
  const tolerant = createTolerantWriter({ db, writer, intakeOf: intakes.one, tell })
  const rows = createCallbackRows(db)
  const totals = readShownTotals(db)
  const publisher = createIndexPublisher({ rows, replies, totals, tell })
  const moveMarks = createMarkMover({ db, truth, writer })
  const joinRepeats = createRepeatJoiner({ db, writer, tolerant, intakeOf: intakes.one, moveMarks })
  const maintenance = createMaintenance({
    ...{ db, truth, writer, engine, joinRepeats, totals, tell, nowMs },
    ...{ newestSeq: intakes.newestSeq, rest: pace.rest },
  })
  const loop = createDeriveLoop({
    ...{ db, writer, tolerant, intakes, moveMarks, publisher, tell },
    ...{ newestSeq: intakes.newestSeq, pace, answersBehind: createAnswerReader(truth) },
    onSlice: maintenance.checkpoint,
  })
  const publish = (
    origin: DerivedOrigin,
    callbacks: readonly DerivedCallback[],
    others: readonly number[] = [],
  ) => {
    const seqs = [...callbacks.map(({ seq }) => seq), ...others]
    if (seqs.length > 0) publisher.publish({ origin, callbacks, seqs, waiting: loop.waiting() })
  }
  const rebuilding = createRebuilding({
    writer,
    tolerant,
    intakes,
    rest: pace.rest,
    onChanged: (some) => publish('anew', some),
  })
  return {
    db,
    truth,
    intakes,
    replies,
    writer,
    tolerant,
    moveMarks,
    loop,
    rebuilding,
    maintenance,
    publish,
    tell,
  }
}

/** What others do that rows and searches must show. */
function changesOf({ writer, replies, publish, tell }: Parts) {
  function retag(seqs: readonly number[], replyId: string | null = null): void {
    writer.batch(() => {
      if (replyId !== null) writer.replied(replyId)
      for (const seq of seqs) writer.retag(seq)
    })
    publish('anew', [], seqs)
  }
  return {
    /** A stored reply with its statuses, which learn now whose they are. */
    replySaved(reply: StoredReply, messageUuid: string | null) {
      retag(messageUuid === null ? [] : writer.statusesOf(messageUuid), reply.id)
      const saved = replies.withStatuses(reply)
      tell({ kind: 'reply', reply: saved })
      return saved
    },
    /** What somebody said about an event has changed, so it is found under something else. */
    marked: (seq: number) => retag([seq]),
    /** Callbacks were passed on to the developer's own server: their rows say how it went. */
    passedOn: (seqs: readonly number[]) => publish('anew', [], seqs),
  }
}
