import type { DatabaseSync } from 'node:sqlite'
import type { CapturedRequest } from '#shared/messenger/read-callback.ts'
import { type Answer, createAnswerWriter } from './answer-log.ts'
import { headerText } from './header-text.ts'
import { createIntakeSeqs } from './intake-seqs.ts'
import { createTransactions, storeFailed } from './open-database.ts'
import { createWaitingAnswers } from './waiting-answers.ts'

/** One request as the listener captured it: all there is to know, and all that is ever needed to derive the rest. */
export type Intake = CapturedRequest & {
  readonly receivedAtMs: number
  /** Names and values in the order and letter case they came in. */
  readonly headers: readonly (readonly [string, string])[]
}
export type StoredIntake = Intake & { readonly seq: number }
export type WriteIntake = (intake: Intake) => number

type Waiting = {
  readonly intake: Intake
  readonly resolve: (seq: number) => void
  readonly reject: (error: Error) => void
}

/** Writes one captured request and returns its seq; to be called in a transaction, by one writer for each file. */
export function createIntakeWriter(db: DatabaseSync): WriteIntake {
  const nextSeq = createIntakeSeqs(db)
  const insert = db.prepare(
    'INSERT INTO intake (seq, received_at_ms, route, method, path, flaw, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  return ({ receivedAtMs, route, method, path, flaw, headers, body }) => {
    const seq = nextSeq()
    insert.run(seq, receivedAtMs, route, method, path, flaw, headerText(headers), body)
    return seq
  }
}

/** A transaction waits for more as long as every turn of the event loop brings some, up to so many. */
const MOST_AT_ONCE = 64

type Deps = {
  readonly db: DatabaseSync
  readonly writeIntake: WriteIntake
  /** There is something new on disk. */
  readonly onCommitted: () => void
  /** Answers could not be written; they are lost, their callbacks are not. */
  readonly onAnswersLost: (error: Error) => void
}

/**
 * Appends captured requests. All that come in at once share one transaction; each promise resolves after that
 * transaction is on disk, and rejects with STORE_FAILED when it is not. What they were answered is written shortly after,
 * with the next transaction or in one of its own: no request waits for it.
 */
export function createIntakeLog({ db, writeIntake, onCommitted, onAnswersLost }: Deps) {
  const writeAnswers = createAnswerWriter(db)
  const inTransaction = createTransactions(db)
  const answers = createWaitingAnswers(() => {
    // Callbacks that wait are written at the end of this turn, and take the answers with them.
    if (waiting.length === 0) commit()
  })
  let waiting: Waiting[] = []

  function write(batch: readonly Waiting[], given: readonly Answer[]): readonly number[] {
    return inTransaction(() => {
      if (given.length > 0) writeAnswers(given)
      return batch.map(({ intake }) => writeIntake(intake))
    })
  }

  function commit(): void {
    const batch = waiting
    const given = answers.due()
    if (batch.length + given.length === 0) return
    waiting = []
    try {
      const seqs = write(batch, given)
      answers.forget()
      for (const [index, { resolve }] of batch.entries()) resolve(seqs[index] ?? 0)
      onCommitted()
    } catch (error) {
      const failure = storeFailed('A callback could not be stored, so it was not acknowledged.', error)
      for (const { reject } of batch) reject(failure)
      // With callbacks, they are tried again with the next ones, unless there are too many by now.
      const isTriedAgain = batch.length > 0 && !answers.areTooMany()
      if (given.length === 0 || isTriedAgain) return
      answers.forget()
      onAnswersLost(storeFailed('What callbacks were answered could not be stored.', error))
    }
  }

  return {
    append(intake: Intake): Promise<number> {
      return new Promise((resolve, reject) => {
        waiting.push({ intake, resolve, reject })
        if (waiting.length === 1) whenAllAreIn(() => waiting.length, commit)
      })
    },
    /** What a stored callback was answered. */
    answered: answers.add,
    /** Writes what is still waiting, at once. */
    flush(): void {
      answers.hurry()
      commit()
    },
  }
}

/** Calls when a turn of the event loop brings no more: the wait for the disk is the same for one callback and for many. */
function whenAllAreIn(count: () => number, done: () => void, seen = 0): void {
  setImmediate(() => {
    const isMore = count() > seen && count() < MOST_AT_ONCE
    if (isMore) whenAllAreIn(count, done, count())
    else done()
  })
}
