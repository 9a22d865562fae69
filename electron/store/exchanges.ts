import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ConversationId, ConversationItem, ItemPlace } from '#shared/chats.ts'
import { comparePlaces } from '#shared/compare-places.ts'
import type {
  Exchange,
  ExchangeCallback,
  ExchangeMessage,
  ExchangeSubject,
  PassedOnStep,
} from '#shared/exchange.ts'
import { replySummary } from '#shared/messenger/reply-summary.ts'
import type { SendOutcome, StatusStep } from '#shared/reply.ts'
import type { TargetDelivery } from '#shared/target.ts'
import type { createCallbackRows } from './callback-rows.ts'
import type { createConversationItems } from './conversation-items.ts'
import { INBOUND } from './conversation-places.ts'
import { createTargetDeliveries } from './target-deliveries.ts'

/** More than these fit in no picture. */
const MOST_MESSAGES = 20
const MOST_DELIVERIES = 30
const MOST_STATUSES = 20
const SUMMARY_CHARS = 160

type Deps = {
  readonly db: DatabaseSync
  readonly rows: ReturnType<typeof createCallbackRows>
  readonly items: ReturnType<typeof createConversationItems>
}

const WrittenRecord = z.object({ received_at_ms: z.number(), window_from_ms: z.number().nullable() })

/** Reads what followed from one message of a person, until they wrote again. */
export function createExchanges({ db, rows, items }: Deps) {
  const callbackOf = createCallbackReader(db, rows)
  const nextInbound = db.prepare(`SELECT received_at_ms AS at_ms, seq FROM callback
    WHERE psid = :psid AND page_id = :pageId AND kind = 'inbound' AND first_seq IS NULL
      AND (received_at_ms, seq) > (:atMs, :id) ORDER BY received_at_ms, seq LIMIT 1`)
  const inboundBefore = db.prepare(`SELECT received_at_ms AS at_ms, seq FROM callback
    WHERE psid = :psid AND page_id = :pageId AND kind = 'inbound' AND first_seq IS NULL
      AND received_at_ms <= :atMs ORDER BY received_at_ms DESC, seq DESC LIMIT 1`)
  const written = db.prepare('SELECT received_at_ms, window_from_ms FROM callback WHERE seq = ?')

  /** The person's message that one of the Page follows. */
  function anchorOf(id: ConversationId, place: ItemPlace): ItemPlace | null {
    return place.source === INBOUND ? place : inboundPlace(inboundBefore.get({ ...id, atMs: place.atMs }))
  }

  function messagesBetween(id: ConversationId, place: ItemPlace, anchor: ItemPlace | null) {
    const from = anchor ?? place
    const end = inboundPlace(nextInbound.get({ ...id, atMs: from.atMs, id: anchor === null ? 0 : anchor.id }))
    const all = items.places
      .newer(id, anchor ?? { ...place, id: place.id - 1 }, MOST_MESSAGES + 1)
      .filter((one) => end === null || comparePlaces(one, end) < 0)
    const first = all.slice(0, MOST_MESSAGES)
    const isShown = place.source === INBOUND || first.some((one) => comparePlaces(one, place) === 0)
    return { shown: isShown ? first : [...first.slice(0, -1), place], isCut: all.length > first.length }
  }

  function inboundOf(place: ItemPlace): Exchange['inbound'] {
    const row = rows.one(place.id)
    if (row === null) return null
    const { received_at_ms: receivedAtMs, window_from_ms: fromMs } = WrittenRecord.parse(
      written.get(place.id),
    )
    const writtenAtMs = fromMs === null || fromMs === receivedAtMs ? null : fromMs
    return { ...callbackOf(place.id, row.type, null), summary: row.summary, writtenAtMs }
  }

  return (subject: ExchangeSubject): Exchange | null => {
    const found =
      subject.kind === 'reply' ? items.find.ofReply(subject.id) : items.find.ofCallback(subject.seq)
    if (found === null) return null
    const { id, place } = found
    const anchor = anchorOf(id, place)
    const { shown, isCut } = messagesBetween(id, place, anchor)
    return {
      inbound: anchor === null ? null : inboundOf(anchor),
      messages: shown.flatMap((one) => messageOf(items.itemAt(one), callbackOf) ?? []),
      isCut,
    }
  }
}

type CallbackOf = (seq: number, type: string, error: StatusStep['error']) => ExchangeCallback

function createCallbackReader(db: DatabaseSync, { deliveries }: Deps['rows']): CallbackOf {
  const passedOn = createTargetDeliveries(db)
  return (seq, type, error) => ({
    ...{ seq, type, error },
    deliveries: deliveries(seq).slice(0, MOST_DELIVERIES),
    passedOn: passedOn(seq).toReversed().slice(0, MOST_DELIVERIES).map(passedOnStep),
  })
}

function messageOf(item: ConversationItem | null, callbackOf: CallbackOf): ExchangeMessage | null {
  if (item === null || item.from === 'person') return null
  if (item.from === 'server') {
    const statuses = statusesOf(item.statuses, callbackOf)
    return { key: item.messageUuid, from: 'server', sentAtMs: null, summary: null, outcome: null, statuses }
  }
  const { id, sentAtMs, draft, outcome, statuses } = item.reply
  return {
    ...{ key: id, from: 'here', sentAtMs },
    summary: replySummary(draft).replace(/\s+/gu, ' ').slice(0, SUMMARY_CHARS),
    outcome: outcomeOf(outcome),
    statuses: statusesOf(statuses, callbackOf),
  }
}

/** A repeated delivery is told with the first of the same status. */
function statusesOf(steps: readonly StatusStep[], callbackOf: CallbackOf): ExchangeCallback[] {
  const told = new Set<number>()
  const statuses: ExchangeCallback[] = []
  for (const { callbackSeq, status, error } of steps) {
    if (told.has(callbackSeq)) continue
    const callback = callbackOf(callbackSeq, status, error)
    for (const { seq } of callback.deliveries) told.add(seq)
    statuses.push(callback)
    if (statuses.length === MOST_STATUSES) break
  }
  return statuses
}

function outcomeOf(outcome: SendOutcome): NonNullable<ExchangeMessage['outcome']> {
  const { kind, durationMs } = outcome
  return { kind, durationMs, httpStatus: kind === 'failed' ? null : outcome.httpStatus }
}

function passedOnStep({ id, atMs, durationMs, origin, targetName, outcome }: TargetDelivery): PassedOnStep {
  return {
    ...{ id, atMs, durationMs, origin, targetName },
    outcome: outcome.kind,
    httpStatus: outcome.kind === 'answered' ? outcome.httpStatus : null,
    why:
      outcome.kind === 'failed' ? outcome.error.what : outcome.kind === 'held-back' ? outcome.reason : null,
  }
}

const InboundRecord = z.object({ at_ms: z.number(), seq: z.int() })

function inboundPlace(record: unknown): ItemPlace | null {
  if (record === undefined) return null
  const { at_ms: atMs, seq: id } = InboundRecord.parse(record)
  return { atMs, source: INBOUND, id }
}
