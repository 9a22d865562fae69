import { WorkbenchError } from '#shared/errors.ts'
import { type Deletion, UNDO_MS } from '#shared/retention.ts'
import type { SearchQuery, SearchTerm } from '#shared/search/query.ts'
import { readFilter } from '#shared/search/read-filter.ts'
import type { Store } from '../store/store.ts'

/** What is shown for ten seconds is asked for a moment later than that. */
const GRACE_MS = 1_000

const isPinned: SearchTerm = { field: 'is', value: 'pinned', isNegated: false }
const isNoted: SearchTerm = { field: 'has', value: 'note', isNegated: false }

type Deps = {
  readonly store: Pick<Store, 'deleteEvents' | 'deleteMatching' | 'undoDelete' | 'searchCount' | 'row'>
  readonly nowMs: () => number
}

/** Deletes callbacks, and takes that back while it can be. */
export function createDeletions({ store, nowMs }: Deps) {
  const queryOf = (filter: string) => readFilter(filter, nowMs())

  async function countOf(query: SearchQuery, includesKept: boolean) {
    if (includesKept) return { ...(await store.searchCount(query)), kept: 0 }
    const [going, pinned, noted] = await Promise.all([
      store.searchCount([...query, { ...isPinned, isNegated: true }, { ...isNoted, isNegated: true }]),
      store.searchCount([...query, isPinned]),
      store.searchCount([...query, { ...isPinned, isNegated: true }, isNoted]),
    ])
    return { ...going, kept: pinned.count + noted.count }
  }

  return {
    /** How many events would be hidden, and how many would stay because they are kept. Throws BAD_FILTER. */
    async count({ what, includesKept }: Deletion) {
      if (what.kind === 'filter') return countOf(queryOf(what.filter), includesKept)
      const rows = await Promise.all(what.seqs.map(store.row))
      const there = rows.filter((row) => row !== null)
      const kept = includesKept ? 0 : there.filter((row) => row.isPinned || row.hasNote).length
      return { count: there.length - kept, isExact: true, kept }
    },
    /** Hides events at once; they are removed when they can no longer be taken back. Throws BAD_FILTER. */
    async start({ what, includesKept }: Deletion) {
      const how = { undoMs: UNDO_MS + GRACE_MS, includesKept }
      const { batchId, count, kept } =
        what.kind === 'filter'
          ? await store.deleteMatching(queryOf(what.filter), how)
          : await store.deleteEvents(what.seqs, how)
      return { id: batchId, count, kept }
    },
    /** Brings back what a deletion hid. Throws UNDO_TOO_LATE. */
    async undo(id: number): Promise<void> {
      if (!(await store.undoDelete(id))) throw tooLate()
    },
  }
}

function tooLate(): WorkbenchError {
  return new WorkbenchError({
    code: 'UNDO_TOO_LATE',
    what: 'The deletion cannot be undone any more.',
    why: `Deleted callbacks are kept for ${UNDO_MS / 1_000} seconds, then they are removed.`,
    fix: 'Pin callbacks that must stay.',
  })
}
