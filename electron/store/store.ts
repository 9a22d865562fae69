import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { CallbackRow } from '#shared/callback.ts'
import type { Reply } from '#shared/reply.ts'
import type { Log } from '../log/log.ts'
import { createCallbackRows } from './callback-rows.ts'
import type { DerivedCallback, SignatureJudge } from './derive.ts'
import { createDeriveQueue } from './derive-queue.ts'
import { createDerivedTable } from './derived-table.ts'
import type { Answer } from './derived-writer.ts'
import { createIntakeLog, type StoredIntake } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import { openDatabase } from './open-database.ts'
import { createReplayRuns } from './replay-runs.ts'
import { createReplaySelection } from './replay-selection.ts'
import { createReplies, type StoredReply } from './replies.ts'
import { createTargetDeliveries, type NewTargetDelivery } from './target-deliveries.ts'

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

/** A delivery that has just come in and been read, repeats included. */
export type Arrival = { readonly intake: StoredIntake; readonly callback: DerivedCallback }

/**
 * Captured callbacks and sent replies in one SQLite file of the data folder. The captured bytes are the truth; rows,
 * verdicts and pairings are derived behind them. Throws STORE_TOO_NEW or STORE_FAILED when it cannot be opened.
 */
export function createStore({ folder, judge, onRows, onReply, log }: Deps) {
  const db = openDatabase(join(folder, 'callbacks.db'))
  const derived = createDerivedTable(db, judge)
  const rows = createCallbackRows(db)
  const replies = createReplies(db)
  const targetDeliveries = createTargetDeliveries(db)
  const listeners = new Set<(arrivals: readonly Arrival[]) => void>()
  const behind = createDeriveQueue((intakes, answers) => {
    const fresh = derived.derive(intakes, answers)
    total += fresh.filter(({ firstSeq }) => firstSeq === null).length
    onRows(rows.many([...fresh, ...answers].map(({ seq }) => seq)))
    for (const listen of listeners) listen(pairedWith(intakes, fresh))
    for (const uuid of messagesOf(fresh)) for (const reply of replies.byMessageUuid(uuid)) onReply(reply)
  }, log)
  const intake = createIntakeLog(db, behind.addIntakes)
  let rebuilding = new AbortController()

  derived.catchUp()
  // Counted once: counting a large table for every batch would cost more than the batch.
  let total = rows.count()
  return {
    /** Resolves with the callback's seq once it is on disk. Rejects with STORE_FAILED. */
    append: intake.append,
    /** Records what the listener did with a stored request, which completes its row. */
    answered: (answer: Answer) => behind.addAnswer(answer),
    /** Hears of every delivery that comes in from now on; returns what ends that. */
    onArrivals(listen: (arrivals: readonly Arrival[]) => void): () => void {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    /** How many rows there are: every event counts once, however often it was delivered. */
    count: () => total,
    ...queriesOf({ db, rows, derived, replies, targetDeliveries }),
    saveReply(reply: StoredReply): Reply {
      const saved = replies.save(reply)
      onReply(saved)
      // Statuses may have overtaken the response: their rows learn now whose they are.
      if (saved.statuses.length > 0) onRows(rows.many(saved.statuses.map(({ callbackSeq }) => callbackSeq)))
      return saved
    },
    /** Keeps what targets made of callbacks, and what is written along, in one transaction; tells of their rows. */
    saveTargetDeliveries(batch: readonly NewTargetDelivery[], writeAlong = () => {}): void {
      targetDeliveries.save(batch, writeAlong)
      onRows(rows.many(batch.map(({ delivery }) => delivery.callbackSeq)))
    },
    /** Derives every row anew in the background, after the secrets have changed; tells of those that changed. */
    async rebuild(): Promise<void> {
      rebuilding.abort()
      rebuilding = new AbortController()
      await derived.rebuild(rebuilding.signal, (changed) => onRows(rows.many(changed)))
    },
    dispose() {
      rebuilding.abort()
      intake.flush()
      behind.flush()
      db.close()
    },
  }
}

type Parts = {
  readonly db: DatabaseSync
  readonly rows: ReturnType<typeof createCallbackRows>
  readonly derived: ReturnType<typeof createDerivedTable>
  readonly replies: ReturnType<typeof createReplies>
  readonly targetDeliveries: ReturnType<typeof createTargetDeliveries>
}

/** What is read, and what nobody is told of. */
function queriesOf({ db, rows, derived, replies, targetDeliveries }: Parts) {
  return {
    page: rows.page,
    row: rows.one,
    deliveries: rows.deliveries,
    lastInboundAtMs: rows.lastInboundAtMs,
    intake: createIntakeReader(db).one,
    countEarlier: derived.countEarlier,
    /** What is derived from a stored request, without waiting for it. */
    describe: derived.describe,
    newestReplies: replies.newest,
    messageStatuses: replies.statusesOf,
    /** What targets made of a callback and its repeats, newest first. */
    targetDeliveries: targetDeliveries.ofCallback,
    /** The runs of replays, which stand apart from all the rest, and the callbacks that a selection means. */
    replays: { ...createReplayRuns(db), select: createReplaySelection(db) },
  }
}

function pairedWith(
  intakes: readonly StoredIntake[],
  callbacks: readonly DerivedCallback[],
): readonly Arrival[] {
  const bySeq = new Map(callbacks.map((callback) => [callback.seq, callback]))
  return intakes.flatMap((intake) => {
    const callback = bySeq.get(intake.seq)
    return callback === undefined ? [] : [{ intake, callback }]
  })
}

/** The messages whose statuses these are. */
function messagesOf(callbacks: readonly DerivedCallback[]): ReadonlySet<string> {
  const statuses = callbacks.filter(({ kind }) => kind === 'status')
  return new Set(statuses.flatMap(({ messageUuid }) => (messageUuid === null ? [] : [messageUuid])))
}
