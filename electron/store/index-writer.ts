import type { DatabaseSync } from 'node:sqlite'
import { searchText } from '#shared/search/search-text.ts'
import { tokensOf } from '#shared/search/tokens.ts'
import { createCallbackTable, facetFieldsOf, type KnownCallback } from './callback-table.ts'
import { createConversationTable } from './conversation-table.ts'
import { type DerivedCallback, deriveCallback, type SignatureJudge } from './derive.ts'
import { createFacets } from './facets.ts'
import { createIndexTotals } from './index-totals.ts'
import type { StoredIntake } from './intake.ts'
import { inTransaction } from './open-database.ts'
import { tagOf } from './search-tags.ts'
import { createSearchWriter } from './search-writer.ts'
import { createTimeBlocks } from './time-blocks.ts'
import { createTimeCounts } from './time-counts.ts'

type Deps = {
  readonly judge: SignatureJudge
  /** A captured request, read again when what is said about it changes. */
  readonly intakeOf: (seq: number) => StoredIntake | null
}

/** Keeps the index in step with the captured requests. Every call but `batch` must be made inside of `batch`. */
export function createIndexWriter(db: DatabaseSync, { judge, intakeOf }: Deps) {
  const table = createCallbackTable(db)
  const facets = createFacets(db)
  const totals = createIndexTotals(db)
  const times = createTimeBlocks(db)
  const counts = createTimeCounts(db)
  const search = createSearchWriter(db)
  const conversations = createConversationTable(db)

  function makeFindable(intake: StoredIntake, known: KnownCallback, facetId: number): void {
    const tags = [tagOf('facet', facetId)]
    if (known.psid !== null) tags.push(tagOf('person', known.psid))
    if (known.page_id !== null) tags.push(tagOf('page', known.page_id))
    if (known.message_uuid !== null) tags.push(tagOf('uuid', known.message_uuid))
    search.put(intake.seq, [...tags, ...tokensOf(searchText(intake))].join(' '))
  }

  function count(known: KnownCallback, facetId: number, change: 1 | -1): void {
    facets.count(facetId, change)
    counts.add(known.received_at_ms, facetId, change)
  }

  /** Takes an event out of what is found and counted, its row aside. */
  function makeUnfindable(seq: number, known: KnownCallback): void {
    if (known.first_seq !== null) return
    search.remove(seq)
    count(known, known.facet_id, -1)
    totals.add({ events: -1, callbacks: 0, bytes: 0 })
  }

  /** Finds an event under what it has now: another delivery, a reply, a note. */
  function retag(seq: number): void {
    const known = table.known(seq)
    if (known === null || known.first_seq !== null) return
    const hasError = facets.hasError(known.facet_id)
    const facetId = facets.idOf(facetFieldsOf(known, table.hasOf(seq, known, hasError)))
    const intake = facetId === known.facet_id ? null : intakeOf(seq)
    if (intake === null) return
    makeFindable(intake, known, facetId)
    count(known, known.facet_id, -1)
    count(known, facetId, 1)
    table.setFacet(seq, facetId)
  }

  function remove(seq: number): void {
    const known = table.known(seq)
    if (known === null) return
    makeUnfindable(seq, known)
    table.remove(seq)
    conversations.changed(known)
    totals.add({ events: 0, callbacks: -1, bytes: -known.size_bytes })
  }

  function put(intake: StoredIntake): DerivedCallback {
    const { seq } = intake
    const row = deriveCallback(intake, judge, table)
    const before = table.known(seq)
    const known = knownFrom(row)
    const isEvent = row.firstSeq === null
    const facetId = isEvent ? facets.idOf(facetFieldsOf(known, table.hasOf(seq, known, row.hasError))) : 0
    const isFoundAlready = before !== null && before.first_seq === null && before.facet_id === facetId
    if (before !== null && !isFoundAlready) makeUnfindable(seq, before)
    table.put(row, facetId)
    if (before === null) conversations.added(row)
    else if (!isSameMessage(before, known)) for (const one of [before, known]) conversations.changed(one)
    if (isEvent && !isFoundAlready) {
      makeFindable(intake, known, facetId)
      count(known, facetId, 1)
      totals.add({ events: 1, callbacks: 0, bytes: 0 })
    }
    if (row.firstSeq !== null) retag(row.firstSeq)
    times.add(seq, row.receivedAtMs)
    const bytes = row.sizeBytes - (before?.size_bytes ?? 0)
    totals.add({ events: 0, callbacks: before === null ? 1 : 0, bytes })
    return row
  }

  return {
    ...{ put, remove, retag },
    reached: totals.reached,
    totals: totals.now,
    countEarlier: table.countEarlier,
    firstDelivery: table.firstDelivery,
    looksOf: table.looksOf,
    repeatsOf: table.repeatsOf,
    statusesOf: table.statusesOf,
    replied: conversations.replied,
    adoptReplies: conversations.adoptReplies,
    /** These were hidden or are shown again, which may change what is the newest message of a conversation. */
    hidOrShowed(seqs: readonly number[]): void {
      for (const seq of seqs) {
        const known = table.known(seq)
        if (known !== null) conversations.changed(known)
      }
    },
    /** One transaction. When it fails, all is as it was before. */
    batch<T>(work: () => T): T {
      try {
        return inTransaction(db, () => {
          const result = work()
          facets.save()
          times.save()
          counts.save()
          totals.save()
          search.save()
          conversations.save()
          return result
        })
      } catch (error) {
        facets.reload()
        times.forget()
        counts.forget()
        search.forget()
        conversations.forget()
        totals.reload()
        throw error
      }
    },
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
