import { searchText } from '#shared/search/search-text.ts'
import { tokensOf } from '#shared/search/tokens.ts'
import type { KnownCallback } from './callback-table.ts'
import type { IndexTables } from './index-tables.ts'
import type { StoredIntake } from './intake.ts'
import { tagOf, wordsOf } from './search-tags.ts'

type Deps = Pick<IndexTables, 'facets' | 'counts' | 'totals' | 'search'>

/** Keeps what events are found by and counted under. */
export function createFindableEvents({ facets, counts, totals, search }: Deps) {
  function find(intake: StoredIntake, known: KnownCallback, facetId: number): void {
    const tags = [tagOf('facet', facetId)]
    if (known.psid !== null) tags.push(tagOf('person', known.psid))
    if (known.page_id !== null) tags.push(tagOf('page', known.page_id))
    if (known.message_uuid !== null) tags.push(tagOf('uuid', known.message_uuid))
    search.put(intake.seq, `${tags.join(' ')} ${wordsOf(known.kind, tokensOf(searchText(intake)))}`)
  }

  function count(known: KnownCallback, facetId: number, change: 1 | -1): void {
    facets.count(facetId, change)
    counts.add(known.received_at_ms, facetId, change)
  }

  return {
    add(intake: StoredIntake, known: KnownCallback, facetId: number): void {
      find(intake, known, facetId)
      count(known, facetId, 1)
      totals.add({ events: 1, callbacks: 0, bytes: 0 })
    },
    /** To another facet. */
    move(intake: StoredIntake, known: KnownCallback, facetId: number): void {
      find(intake, known, facetId)
      count(known, known.facet_id, -1)
      count(known, facetId, 1)
    },
    /** Repeated deliveries are not found by themselves, so there is nothing to take out. */
    remove(seq: number, known: KnownCallback): void {
      if (known.first_seq !== null) return
      search.remove(seq)
      count(known, known.facet_id, -1)
      totals.add({ events: -1, callbacks: 0, bytes: 0 })
    },
  }
}
