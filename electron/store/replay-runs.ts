import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import {
  ReplayComparison,
  ReplayRequest,
  type ReplayResult,
  type ReplayResultFilter,
  ReplayRun,
} from '#shared/replay.ts'
import type { TargetDelivery } from '#shared/target.ts'
import { DELIVERY_COLUMNS, toTargetDelivery } from './target-deliveries.ts'

const RunRecord = z.object({
  id: z.string(),
  started_at_ms: z.number(),
  target_name: z.string(),
  request: z.string(),
  state: ReplayRun.shape.state,
  total: z.int(),
  sent: z.int(),
  ok: z.int(),
  failed: z.int(),
  fixed: z.int(),
  regressed: z.int(),
  duration_ms: z.number(),
})

const ResultRecord = z.object({
  run_index: z.int(),
  summary: z.string(),
  type: z.string(),
  comparison: z.string(),
  difference: z.string().nullable(),
  note: z.string().nullable(),
})

/** Of a result that a filter of the page lets through. */
const CONDITIONS: Readonly<Record<ReplayResultFilter, string>> = {
  all: 'TRUE',
  trouble: "(t.kind <> 'answered' OR t.http_status NOT BETWEEN 200 AND 299)",
  fixed: "t.comparison = 'fixed'",
  regressed: "t.comparison = 'regressed'",
  changed: "t.comparison = 'changed'",
}

export type ResultQuery = {
  readonly runId: string
  readonly filter: ReplayResultFilter
  readonly afterIndex: number
  readonly limit: number
}

/** Reads the results of replay runs, which are saved as target deliveries. */
export function createReplayResults(db: DatabaseSync) {
  return ({ runId, filter, afterIndex, limit }: ResultQuery): ReplayResult[] =>
    db
      .prepare(`
        SELECT ${DELIVERY_COLUMNS}, t.run_index, t.comparison, t.difference, t.note,
          coalesce(c.summary, '') AS summary, coalesce(c.type, '') AS type
        FROM target_delivery t LEFT JOIN callback c ON c.seq = t.callback_seq
        WHERE t.run_id = ? AND t.run_index > ? AND ${CONDITIONS[filter]} ORDER BY t.run_index LIMIT ?`)
      .all(runId, afterIndex, limit)
      .map(toResult)
}

/** Replay runs. */
export function createReplayRuns(db: DatabaseSync) {
  const insert = db.prepare(`
    INSERT OR REPLACE INTO replay_run (id, started_at_ms, target_id, target_name, request, state, total, sent, ok, failed,
      fixed, regressed, duration_ms)
    VALUES (:id, :startedAtMs, :targetId, :targetName, :request, :state, :total, :sent, :ok, :failed,
      :fixed, :regressed, :durationMs)`)
  const newest = db.prepare('SELECT * FROM replay_run ORDER BY started_at_ms DESC, rowid DESC LIMIT ?')
  const interrupt = db.prepare("UPDATE replay_run SET state = 'interrupted' WHERE state = 'running'")
  const beyond = db.prepare(
    "SELECT id FROM replay_run WHERE state <> 'running' ORDER BY started_at_ms DESC, rowid DESC LIMIT -1 OFFSET ?",
  )
  const removeSome = db.prepare(`
    DELETE FROM target_delivery WHERE id IN (SELECT id FROM target_delivery WHERE run_id = ? LIMIT ?)`)
  const remove = db.prepare('DELETE FROM replay_run WHERE id = ?')
  const earlier = createEarlierDeliveries(db)

  return {
    /** Stores a run that is new, or as it is now. */
    saveRun(run: ReplayRun): void {
      const { request, ...rest } = run
      insert.run({ ...rest, targetId: request.targetId, request: JSON.stringify(request) })
    },
    newest: (limit: number) => newest.all(limit).map(toRun),
    /** What an earlier life of the app left running runs no more. */
    interruptRunning: () => void interrupt.run(),
    earlier,
    /** The runs that are over, beyond so many of the newest. */
    beyond: (kept: number) => beyond.all(kept).map(({ id }) => String(id)),
    /** Deletes a run and its results, at most `limit` of them; whether it is all gone. */
    removeSome(runId: string, limit: number): boolean {
      if (Number(removeSome.run(runId, limit).changes) === limit) return false
      remove.run(runId)
      return true
    },
  }
}

const SAID_SOMETHING = "coalesce(trouble ->> '$.code', '') <> 'CANCELLED'"

type Occurrence = {
  readonly seq: number
  readonly targetId: string
  readonly runId: string
  readonly occurrence: number
}

/**
 * What became of a callback at a target the last time it was replayed there by another run. `occurrence`: the how
 * many-eth time in the run this is, from 0; where the other run sent it less often, its last time. Null for never.
 * Sends that a cancel broke off say nothing and do not count.
 */
function createEarlierDeliveries(db: DatabaseSync) {
  const lastRun = db.prepare(`
    SELECT run_id FROM target_delivery
    WHERE callback_seq = :seq AND target_id = :targetId AND run_id <> :runId AND ${SAID_SOMETHING}
    ORDER BY at_ms DESC, rowid DESC LIMIT 1`)
  const inRun = (order: string) =>
    db.prepare(`
      SELECT ${DELIVERY_COLUMNS} FROM target_delivery t
      WHERE callback_seq = :seq AND run_id = :runId AND ${SAID_SOMETHING} ${order}`)
  const same = inRun('ORDER BY run_index LIMIT 1 OFFSET :occurrence')
  const last = inRun('ORDER BY run_index DESC LIMIT 1')

  return ({ occurrence, ...which }: Occurrence): TargetDelivery | null => {
    const runId = lastRun.get(which)?.run_id
    if (typeof runId !== 'string') return null
    const { seq } = which
    const found = same.get({ seq, runId, occurrence }) ?? last.get({ seq, runId })
    return found === undefined ? null : toTargetDelivery(found)
  }
}

function toRun(record: unknown): ReplayRun {
  const run = RunRecord.parse(record)
  return {
    id: run.id,
    startedAtMs: run.started_at_ms,
    request: ReplayRequest.parse(JSON.parse(run.request)),
    targetName: run.target_name,
    state: run.state,
    total: run.total,
    sent: run.sent,
    ok: run.ok,
    failed: run.failed,
    fixed: run.fixed,
    regressed: run.regressed,
    durationMs: run.duration_ms,
  }
}

function toResult(record: unknown): ReplayResult {
  const { run_index, summary, type, comparison, difference, note } = ResultRecord.parse(record)
  return {
    index: run_index,
    summary,
    type,
    delivery: toTargetDelivery(record),
    note,
    comparison: ReplayComparison.parse({ kind: comparison, difference: difference ?? undefined }),
  }
}
