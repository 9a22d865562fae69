import type { DatabaseSync } from 'node:sqlite'
import { facetFieldsOf, type KnownCallback } from './callback-table.ts'
import { type DerivedCallback, deriveCallback, type SignatureJudge } from './derive.ts'
import { createFindableEvents } from './findable-events.ts'
import { createIndexTables, type IndexTables } from './index-tables.ts'
import type { StoredIntake } from './intake.ts'

type Deps = {
  readonly judge: SignatureJudge
  /** A captured request, read again when what is said about it changes. */
  readonly intakeOf: (seq: number) => StoredIntake | null
}

/** Keeps the index in step with the captured requests. Every change must be made inside of `batch`. */
export function createIndexWriter(db: DatabaseSync, { judge, intakeOf }: Deps) {
  const tables = createIndexTables(db)
  const { callbacks, conversations, totals } = tables
  const findable = createFindableEvents(tables)
  const retag = createRetag(tables, findable, intakeOf)

  function remove(seq: number): void {
    const known = callbacks.known(seq)
    if (known === null) return
    findable.remove(seq, known)
    callbacks.remove(seq)
    conversations.changed(known)
    totals.add({ events: 0, callbacks: -1, bytes: -known.size_bytes })
  }

  return {
    ...{ remove, retag },
    put: createPut(tables, { findable, judge, retag }),
    reached: totals.reached,
    totals: totals.now,
    countEarlier: callbacks.countEarlier,
    firstDelivery: callbacks.firstDelivery,
    looksOf: callbacks.looksOf,
    repeatsOf: callbacks.repeatsOf,
    statusesOf: callbacks.statusesOf,
    replied: conversations.replied,
    adoptReplies: conversations.adoptReplies,
    /** These were hidden or are shown again, which may change what is the newest message of a conversation. */
    hidOrShowed(seqs: readonly number[]): void {
      for (const seq of seqs) {
        const known = callbacks.known(seq)
        if (known !== null) conversations.changed(known)
      }
    },
    batch: tables.batch,
  }
}

type Findable = ReturnType<typeof createFindableEvents>

/** Finds an event under what it has now: another delivery, a reply, a note. */
function createRetag({ callbacks, facets }: IndexTables, findable: Findable, intakeOf: Deps['intakeOf']) {
  return (seq: number): void => {
    const known = callbacks.known(seq)
    if (known === null || known.first_seq !== null) return
    const has = callbacks.hasOf(seq, known, facets.hasError(known.facet_id))
    const facetId = facets.idOf(facetFieldsOf(known, has))
    const intake = facetId === known.facet_id ? null : intakeOf(seq)
    if (intake === null) return
    findable.move(intake, known, facetId)
    callbacks.setFacet(seq, facetId)
  }
}

type PutDeps = Pick<Deps, 'judge'> & { readonly findable: Findable; readonly retag: (seq: number) => void }

/** Derives a captured request and writes all that follows from it, in place of what it said before. */
function createPut(tables: IndexTables, { judge, findable, retag }: PutDeps) {
  const { callbacks, facets, times, totals, conversations } = tables

  function place(
    intake: StoredIntake,
    row: DerivedCallback,
    known: KnownCallback,
    before: KnownCallback | null,
  ) {
    const isEvent = row.firstSeq === null
    const has = isEvent ? callbacks.hasOf(row.seq, known, row.hasError) : ''
    const facetId = isEvent ? facets.idOf(facetFieldsOf(known, has)) : 0
    const isThere = before !== null && before.first_seq === null && before.facet_id === facetId
    if (before !== null && !isThere) findable.remove(row.seq, before)
    callbacks.put(row, facetId)
    if (isEvent && !isThere) findable.add(intake, known, facetId)
  }

  return (intake: StoredIntake): DerivedCallback => {
    const row = deriveCallback(intake, judge, callbacks)
    const before = callbacks.known(intake.seq)
    const known = knownFrom(row)
    place(intake, row, known, before)
    if (before === null) conversations.added(row)
    else if (!isSameMessage(before, known)) for (const one of [before, known]) conversations.changed(one)
    if (row.firstSeq !== null) retag(row.firstSeq)
    times.add(row.seq, row.receivedAtMs)
    const bytes = row.sizeBytes - (before?.size_bytes ?? 0)
    totals.add({ events: 0, callbacks: before === null ? 1 : 0, bytes })
    return row
  }
}

function isSameMessage(one: KnownCallback, other: KnownCallback): boolean {
  return (
    one.kind === other.kind &&
    one.psid === other.psid &&
    one.page_id === other.page_id &&
    one.message_uuid === other.message_uuid &&
    one.first_seq === other.first_seq
  )
}

/** The row as the table will give it back. */
function knownFrom(row: DerivedCallback): KnownCallback {
  const { kind, type, version, signature, psid } = row
  return {
    ...{ kind, type, version, signature, psid },
    facet_id: 0,
    received_at_ms: row.receivedAtMs,
    size_bytes: row.sizeBytes,
    first_seq: row.firstSeq,
    error_code: row.errorCode,
    page_id: row.pageId,
    message_uuid: row.messageUuid,
  }
}
