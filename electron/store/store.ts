import { join } from 'node:path'
import type { CallbackRow } from '#shared/callback.ts'
import type { Reply } from '#shared/reply.ts'
import type { Log } from '../log/log.ts'
import { createCallbackRows } from './callback-rows.ts'
import type { SignatureJudge } from './derive.ts'
import { createDerivedTable } from './derived-table.ts'
import type { Answer } from './derived-writer.ts'
import { createIntakeLog, type StoredIntake } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { openDatabase } from './open-database.ts'
import { createReplies, type StoredReply } from './replies.ts'

type Deps = {
  readonly folder: string
  readonly judge: SignatureJudge
  /** New and changed rows, a batch at a time, after they are in the store. */
  readonly onRows: (rows: readonly CallbackRow[]) => void
  /** A reply that is new or has got another status. */
  readonly onReply: (reply: Reply) => void
  readonly log: Log
}

export type Store = ReturnType<typeof createStore>

/**
 * Captured callbacks and sent replies in one SQLite file of the data folder. The captured bytes are the truth; rows,
 * verdicts and pairings are derived behind them. Throws STORE_TOO_NEW or STORE_FAILED when it cannot be opened.
 */
export function createStore({ folder, judge, onRows, onReply, log }: Deps) {
  const db = openDatabase(join(folder, 'callbacks.db'))
  const derived = createDerivedTable(db, judge)
  const rows = createCallbackRows(db)
  const replies = createReplies(db)
  const behind = createDeriveQueue((intakes, answers) => {
    const fresh = derived.derive(intakes, answers)
    publish(
      [...new Set([...fresh, ...answers].map(({ seq }) => seq))],
      fresh.flatMap(({ kind, messageUuid }) =>
        kind === 'status' && messageUuid !== null ? [messageUuid] : [],
      ),
    )
  }, log)
  const intake = createIntakeLog(db, behind.addIntakes)
  let rebuilding = new AbortController()

  function publish(seqs: readonly number[], messageUuids: readonly string[]): void {
    onRows(rows.many(seqs))
    for (const uuid of new Set(messageUuids)) for (const reply of replies.byMessageUuid(uuid)) onReply(reply)
  }

  derived.catchUp()
  return {
    /** Resolves with the callback's seq once it is on disk. Rejects with STORE_FAILED. */
    append: intake.append,
    /** Records what the listener did with a stored request, which completes its row. */
    answered: (answer: Answer) => behind.addAnswer(answer),
    page: rows.page,
    count: rows.count,
    row: rows.one,
    deliveries: rows.deliveries,
    lastInboundAtMs: rows.lastInboundAtMs,
    intake: createIntakeReader(db).one,
    countEarlier: derived.countEarlier,
    newestReplies: replies.newest,
    messageStatuses: replies.statusesOf,
    saveReply(reply: StoredReply): Reply {
      const saved = replies.save(reply)
      onReply(saved)
      // Statuses may have overtaken the response: their rows learn now whose they are.
      if (saved.statuses.length > 0) onRows(rows.many(saved.statuses.map(({ callbackSeq }) => callbackSeq)))
      return saved
    },
    /** Derives every row anew in the background, after the secrets have changed. */
    async rebuild(): Promise<void> {
      rebuilding.abort()
      rebuilding = new AbortController()
      await derived.rebuild(rebuilding.signal, (slice) => onRows(rows.many(slice.map(({ seq }) => seq))))
    },
    dispose() {
      rebuilding.abort()
      intake.flush()
      behind.flush()
      db.close()
    },
  }
}

/** Collects what one turn of the event loop has taken in and answered, and derives it after the answers went out. */
function createDeriveQueue(
  derive: (intakes: readonly StoredIntake[], answers: readonly Answer[]) => void,
  log: Log,
) {
  const intakes = new Map<number, StoredIntake>()
  let answers: Answer[] = []
  let isScheduled = false

  function flush(): void {
    isScheduled = false
    const [taken, given] = [[...intakes.values()], answers]
    intakes.clear()
    answers = []
    if (taken.length + given.length === 0) return
    try {
      derive(taken, given)
    } catch (err) {
      // The intake is safe: what was not derived now is derived on the next start.
      log.error({ err }, 'Callbacks were stored but could not be read.')
    }
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(flush)
  }

  return {
    addIntakes(batch: readonly StoredIntake[]) {
      for (const intake of batch) intakes.set(intake.seq, intake)
      schedule()
    },
    addAnswer(answer: Answer) {
      answers.push(answer)
      schedule()
    },
    flush,
  }
}
