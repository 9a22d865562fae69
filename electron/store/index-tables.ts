import type { DatabaseSync } from 'node:sqlite'
import { createCallbackTable } from './callback-table.ts'
import { createConversationTable } from './conversation-table.ts'
import { createFacets } from './facets.ts'
import { createIndexTotals } from './index-totals.ts'
import { createTransactions } from './open-database.ts'
import { createSearchWriter } from './search-writer.ts'
import { createTimeBlocks } from './time-blocks.ts'
import { createTimeCounts } from './time-counts.ts'

export type IndexTables = ReturnType<typeof createIndexTables>

/** Everything the index consists of, changed together. */
export function createIndexTables(db: DatabaseSync) {
  const facets = createFacets(db)
  const times = createTimeBlocks(db)
  const counts = createTimeCounts(db)
  const totals = createIndexTotals(db)
  const search = createSearchWriter(db)
  const conversations = createConversationTable(db)
  const inTransaction = createTransactions(db)

  function forget(): void {
    facets.reload()
    totals.reload()
    for (const part of [times, counts, search, conversations]) part.forget()
  }

  return {
    ...{ callbacks: createCallbackTable(db), facets, times, counts, totals, search, conversations },
    /** One transaction. When it fails, all is as it was before. */
    batch<T>(work: () => T): T {
      try {
        return inTransaction(() => {
          const result = work()
          for (const part of [facets, times, counts, totals, search, conversations]) part.save()
          return result
        })
      } catch (error) {
        forget()
        throw error
      }
    },
  }
}
