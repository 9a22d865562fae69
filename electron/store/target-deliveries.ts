import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { WireError } from '#shared/rpc.ts'
import { TargetDelivery, type TargetOutcome } from '#shared/target.ts'
import { bytesOfBody, exactBody } from '../bytes/exact-body.ts'
import { inTransaction } from './open-database.ts'

/** A delivery with its place in a replay run and what came of comparing it; null unless it was replayed. */
export type NewTargetDelivery = {
  readonly delivery: TargetDelivery
  readonly run: {
    readonly index: number
    readonly comparison: string
    readonly difference: string | null
    readonly note: string | null
  } | null
}

/** What `toTargetDelivery` reads; for a query that selects from `target_delivery t`. */
export const DELIVERY_COLUMNS = `t.id, t.callback_seq, t.target_id, t.target_name, t.url, t.origin, t.run_id, t.at_ms,
  t.duration_ms, t.kind, t.http_status, t.headers, t.body, t.is_body_cut, t.trouble`

/** A callback may have been replayed ten thousand times: nobody looks at more than these. */
const MOST_OF_ONE = 100

const DeliveryRecord = z.object({
  id: z.string(),
  callback_seq: z.int(),
  target_id: z.string(),
  target_name: z.string(),
  url: z.string(),
  origin: TargetDelivery.shape.origin,
  run_id: z.string().nullable(),
  at_ms: z.number(),
  duration_ms: z.number(),
  kind: z.enum(['answered', 'failed', 'held-back']),
  http_status: z.int().nullable(),
  headers: z.string().nullable(),
  body: z.instanceof(Uint8Array).nullable(),
  is_body_cut: z.int(),
  trouble: z.string().nullable(),
})
const Headers = z.array(z.tuple([z.string(), z.string()]))

/**
 * Stores what targets made of callbacks, forwarded and replayed ones alike, and what is written along: all of it or,
 * where it throws, nothing.
 */
export function createTargetDeliveryWriter(db: DatabaseSync) {
  const insert = db.prepare(`
    INSERT INTO target_delivery (id, callback_seq, target_id, target_name, url, origin, at_ms, duration_ms, kind,
      http_status, headers, body, is_body_cut, trouble, run_id, run_index, comparison, difference,
      note)
    VALUES (:id, :callbackSeq, :targetId, :targetName, :url, :origin, :atMs, :durationMs, :kind,
      :httpStatus, :headers, :body, :isBodyCut, :trouble, :runId, :runIndex, :comparison, :difference,
      :note)`)
  function write({ delivery, run }: NewTargetDelivery): void {
    const { outcome, ...rest } = delivery
    insert.run({
      ...rest,
      ...columnsOf(outcome),
      runIndex: run?.index ?? null,
      comparison: run?.comparison ?? null,
      difference: run?.difference ?? null,
      note: run?.note ?? null,
    })
  }

  return (batch: readonly NewTargetDelivery[], writeAlong: () => void): void =>
    inTransaction(db, () => {
      for (const one of batch) write(one)
      writeAlong()
    })
}

/** Reads what targets made of callbacks. */
export function createTargetDeliveries(db: DatabaseSync) {
  const ofEvent = db.prepare(`
    SELECT ${DELIVERY_COLUMNS} FROM target_delivery t
    WHERE t.callback_seq IN (SELECT :first UNION ALL SELECT e.seq FROM callback e WHERE e.first_seq = :first)
    ORDER BY t.at_ms DESC, t.rowid DESC LIMIT ${MOST_OF_ONE}`)
  const firstOf = db.prepare('SELECT first_seq FROM callback WHERE seq = ?')

  /** Of every delivery of the same event, newest first; the newest hundred. */
  return (seq: number): readonly TargetDelivery[] => {
    const first = Number(firstOf.get(seq)?.first_seq ?? seq)
    return ofEvent.all({ first }).map(toTargetDelivery)
  }
}

function columnsOf(outcome: TargetOutcome) {
  const nothing = {
    kind: outcome.kind,
    httpStatus: null,
    headers: null,
    body: null,
    isBodyCut: 0,
    trouble: null,
  }
  if (outcome.kind === 'failed') return { ...nothing, trouble: JSON.stringify(outcome.error) }
  if (outcome.kind === 'held-back') return { ...nothing, trouble: JSON.stringify(outcome.reason) }
  return {
    ...nothing,
    httpStatus: outcome.httpStatus,
    headers: JSON.stringify(outcome.headers),
    body: bytesOfBody(outcome.body),
    isBodyCut: outcome.isBodyCut ? 1 : 0,
  }
}

/** A delivery as it was saved, from a record with DELIVERY_COLUMNS. */
export function toTargetDelivery(record: unknown): TargetDelivery {
  const one = DeliveryRecord.parse(record)
  return {
    id: one.id,
    callbackSeq: one.callback_seq,
    targetId: one.target_id,
    targetName: one.target_name,
    url: one.url,
    origin: one.origin,
    runId: one.run_id,
    atMs: one.at_ms,
    durationMs: one.duration_ms,
    outcome: outcomeOf(one),
  }
}

function outcomeOf(one: z.infer<typeof DeliveryRecord>): TargetOutcome {
  const trouble: unknown = JSON.parse(one.trouble ?? 'null')
  if (one.kind === 'failed') return { kind: 'failed', error: WireError.parse(trouble) }
  if (one.kind === 'held-back') return { kind: 'held-back', reason: z.string().parse(trouble) }
  return {
    kind: 'answered',
    httpStatus: one.http_status ?? 0,
    headers: Headers.parse(JSON.parse(one.headers ?? '[]')),
    body: exactBody(one.body ?? new Uint8Array()),
    isBodyCut: one.is_body_cut === 1,
  }
}
