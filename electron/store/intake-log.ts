import type { DatabaseSync } from 'node:sqlite'
import { type Answer, createAnswerWriter } from './answer-log.ts'
import type { DiskWait } from './disk-wait.ts'
import { createIntakeWriter, type Intake } from './intake.ts'
import { createTransactions, storeFailed } from './open-database.ts'

type Waiting = {
  readonly intake: Intake
  readonly resolve: (seq: number) => void
  readonly reject: (error: Error) => void
}

/** A transaction waits for more as long as every turn of the event loop brings some, up to so many. */
const MOST_AT_ONCE = 64
/** When they cannot be written, so many answers wait for the next try. */
const MOST_ANSWERS_KEPT = 10_000

/** So long an answer waits for callbacks to be written with. */
const ANSWERS_WAIT_MS = 10

type Deps = {
  readonly db: DatabaseSync
  readonly disk: Pick<DiskWait, 'settled'>
  /** There is something new in the file. */
  readonly onStored: () => void
  /** Answers could not be written; they are lost, their callbacks are not. */
  readonly onAnswersLost: (error: Error) => void
}

/**
 * Appends captured requests. All that come in at once share one transaction, and all transactions during one wait for
 * the disk share the next; each promise resolves when its request is on disk, and rejects with STORE_FAILED when it is
 * not. What they were answered is written with the next transaction, or shortly after in one of its own: no request
 * waits for it.
 */
export function createIntakeLog({ db, disk, onStored, onAnswersLost }: Deps) {
  const write = createBatchWriter(db)
  let waiting: Waiting[] = []
  let answers: Answer[] = []
  let timer: NodeJS.Timeout | null = null

  function commit(): void {
    const batch = waiting
    if (batch.length + answers.length === 0) return
    waiting = []
    try {
      const seqs = write(batch, answers)
      answers = []
      stopTimer()
      if (batch.length > 0) acknowledge(batch, seqs)
      else onStored()
    } catch (error) {
      refuse(batch, error)
      // With callbacks, they are tried again with the next ones, unless there are too many by now.
      if (batch.length > 0 && answers.length <= MOST_ANSWERS_KEPT) return
      answers = []
      onAnswersLost(storeFailed('What callbacks were answered could not be stored.', error))
    }
  }

  function acknowledge(batch: readonly Waiting[], seqs: readonly number[]): void {
    disk.settled().then(
      () => {
        for (const [index, { resolve }] of batch.entries()) resolve(seqs[index] ?? 0)
        onStored()
      },
      (error: unknown) => refuse(batch, error),
    )
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  function flush(): void {
    stopTimer()
    commit()
  }

  return {
    append(intake: Intake): Promise<number> {
      return new Promise((resolve, reject) => {
        waiting.push({ intake, resolve, reject })
        if (waiting.length === 1) whenAllAreIn(() => waiting.length, commit)
      })
    },
    /** What a stored callback was answered. */
    answered(answer: Answer): void {
      answers.push(answer)
      timer ??= setTimeout(flush, ANSWERS_WAIT_MS)
    },
    /** Writes what is still waiting, at once. */
    flush,
  }
}

/** Writes callbacks, and what earlier ones were answered, in one transaction; returns their seqs. */
function createBatchWriter(db: DatabaseSync) {
  const writeIntake = createIntakeWriter(db)
  const writeAnswers = createAnswerWriter(db)
  const inTransaction = createTransactions(db)
  return (batch: readonly Waiting[], answers: readonly Answer[]): readonly number[] =>
    inTransaction(() => {
      if (answers.length > 0) writeAnswers(answers)
      return batch.map(({ intake }) => writeIntake(intake))
    })
}

function refuse(batch: readonly Waiting[], error: unknown): void {
  const failure = storeFailed('A callback could not be stored, so it was not acknowledged.', error)
  for (const { reject } of batch) reject(failure)
}

/** Calls when a turn of the event loop brings no more: a transaction costs about the same for one callback and for many. */
function whenAllAreIn(count: () => number, done: () => void, seen = 0): void {
  setImmediate(() => {
    const isMore = count() > seen && count() < MOST_AT_ONCE
    if (isMore) whenAllAreIn(count, done, count())
    else done()
  })
}
