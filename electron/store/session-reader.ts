import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { SignatureState } from '#shared/callback.ts'
import type { StoredIntake } from './intake.ts'
import { createIntakeReader } from './intake-reader.ts'
import type { ResolvedSelection } from './replay-selection.ts'
import { type StoredReply, storedReplyOf } from './replies.ts'
import type { createSearchEngine } from './search-engine.ts'

/** So many seqs, so many replies and so many bytes of bodies cross to the asking thread at a time. */
const SEQS_AT_ONCE = 500
const REPLIES_AT_ONCE = 50
const BYTES_AT_ONCE = 4 * 1024 * 1024

/** A captured request with everything that is told of it in a file. */
export type SessionCallback = {
  readonly intake: StoredIntake
  readonly answer: { readonly httpStatus: number; readonly durationMs: number } | null
  /** Null while it has not been derived. */
  readonly signature: SignatureState | null
  readonly psid: string | null
  readonly pinnedAtMs: number | null
  readonly note: { readonly text: string; readonly atMs: number } | null
}

/** Where a reply stands in the order of sending. */
export type ReplyPlace = { readonly sentAtMs: number; readonly rowid: number }
export type SessionReplies = {
  readonly replies: readonly StoredReply[]
  /** From where to go on; null: these were the last. */
  readonly behind: ReplyPlace | null
}

/** What a file of a session is to hold: null is everything. */
export type SessionExtent = ResolvedSelection | null

const FactsRecord = z.object({
  http_status: z.int().nullable(),
  duration_ms: z.number().nullable(),
  signature: SignatureState.nullable(),
  psid: z.string().nullable(),
  pinned_at_ms: z.number().nullable(),
  note: z.string().nullable(),
  noted_at_ms: z.number().nullable(),
})
const ReplyRecord = z.object({ rowid: z.int(), sent_at_ms: z.number(), message_uuid: z.string().nullable() })

type SearchEngine = ReturnType<typeof createSearchEngine>

/** Reads whole sessions a slice at a time, in order of capture: repeats too, what was thrown away not. */
export function createSessionReader(db: DatabaseSync, engine: SearchEngine) {
  const intakes = createIntakeReader(db)
  const last = db.prepare('SELECT max(seq) AS seq FROM truth.intake')
  const following = db.prepare(`
    SELECT seq FROM truth.intake WHERE seq > ? AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = intake.seq)
    ORDER BY seq LIMIT ${SEQS_AT_ONCE}`)
  const repeats = db.prepare('SELECT seq FROM callback WHERE first_seq = ?')
  const facts = db.prepare(`
    SELECT a.http_status, a.duration_ms, c.signature, c.psid, p.at_ms AS pinned_at_ms, n.text AS note, n.at_ms AS noted_at_ms
    FROM (SELECT ? AS seq) s
    LEFT JOIN main.answer a ON a.seq = s.seq
    LEFT JOIN callback c ON c.seq = s.seq
    LEFT JOIN truth.pin p ON p.seq = s.seq
    LEFT JOIN truth.note n ON n.seq = s.seq`)
  const replies = db.prepare(`
    SELECT rowid, sent_at_ms, message_uuid, document FROM truth.reply
    WHERE (sent_at_ms, rowid) > (:sentAtMs, :rowid) ORDER BY sent_at_ms, rowid LIMIT ${REPLIES_AT_ONCE}`)
  const statuses = db.prepare("SELECT seq FROM callback WHERE message_uuid = ? AND kind = 'status'")

  function isIn(extent: SessionExtent, messageUuid: string | null): boolean {
    if (extent === null) return true
    if (messageUuid === null) return false
    const seqs = statuses.all(messageUuid).map((record) => Number(record.seq))
    if (extent.kind === 'query') return engine.matching(extent.query, seqs).length > 0
    return seqs.some((seq) => extent.seqs.includes(seq))
  }

  return {
    lastSeq: () => Number(last.get()?.seq ?? 0),
    /** The next captured requests behind this one. */
    seqsBehind: (seq: number) => following.all(seq).map((record) => Number(record.seq)),
    /** The repeated deliveries of these events, in any order. */
    repeatsOf: (seqs: readonly number[]) =>
      seqs.flatMap((seq) => repeats.all(seq).map((record) => Number(record.seq))),
    /** As many of the first of these as fit in a slice, those left out that are gone; `taken`: how many it went through. */
    records(seqs: readonly number[]): {
      readonly taken: number
      readonly callbacks: readonly SessionCallback[]
    } {
      const callbacks: SessionCallback[] = []
      let [bytes, taken] = [0, 0]
      for (const seq of seqs) {
        if (bytes > BYTES_AT_ONCE) break
        taken += 1
        const intake = intakes.one(seq)
        if (intake === null) continue
        bytes += intake.body.length
        callbacks.push({ intake, ...factsOf(facts.get(seq)) })
      }
      return { taken, callbacks }
    },
    /** The next replies in order of sending; in an extent are those whose statuses are. */
    replies(extent: SessionExtent, { sentAtMs, rowid }: ReplyPlace): SessionReplies {
      const records = replies.all({ sentAtMs, rowid })
      const found = records.filter((record) => isIn(extent, ReplyRecord.parse(record).message_uuid))
      const end = records.length < REPLIES_AT_ONCE ? undefined : records.at(-1)
      const behind = end === undefined ? null : ReplyRecord.parse(end)
      return {
        replies: found.map(storedReplyOf),
        behind: behind === null ? null : { sentAtMs: behind.sent_at_ms, rowid: behind.rowid },
      }
    },
  }
}

function factsOf(record: unknown): Omit<SessionCallback, 'intake'> {
  const { http_status, duration_ms, signature, psid, pinned_at_ms, note, noted_at_ms } =
    FactsRecord.parse(record)
  return {
    answer:
      http_status === null || duration_ms === null
        ? null
        : { httpStatus: http_status, durationMs: duration_ms },
    signature,
    psid,
    pinnedAtMs: pinned_at_ms,
    note: note === null || noted_at_ms === null ? null : { text: note, atMs: noted_at_ms },
  }
}
