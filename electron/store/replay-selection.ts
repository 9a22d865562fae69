import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { assertNever } from '#shared/assert-never.ts'
import type { ReplaySelection } from '#shared/replay.ts'
import { asOf } from '#shared/search/as-of.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { readFilter } from '#shared/search/read-filter.ts'
import type { createSearchEngine } from './search-engine.ts'

/** How many callbacks are read at a time: their names, not their bodies. */
const SLICE = 500

const SelectedRecord = z.object({
  seq: z.int(),
  received_at_ms: z.number(),
  psid: z.string().nullable(),
})

/** A callback to be sent again; its bytes are read when its turn comes. */
export type SelectedCallback = {
  readonly seq: number
  readonly receivedAtMs: number
  readonly psid: string | null
}

/** What a selection holds at one moment. */
export type SelectionBounds = {
  readonly count: number
  readonly first: SelectedCallback | null
  readonly last: SelectedCallback | null
}

/** The callbacks of a selection as it was at one moment: those captured later are not part of it. */
export type SelectedCallbacks = SelectionBounds & {
  /** In the order they were captured, from the beginning. */
  readonly inOrder: () => AsyncGenerator<SelectedCallback, undefined>
}

/** A selection whose filter has been read and whose times stand still. */
export type ResolvedSelection =
  | { readonly kind: 'callbacks'; readonly seqs: readonly number[] }
  | { readonly kind: 'query'; readonly query: SearchQuery }

/** What a selection means at `nowMs`. Throws BAD_FILTER. */
export function resolvedSelection(selection: ReplaySelection, nowMs: number): ResolvedSelection {
  switch (selection.kind) {
    case 'callbacks':
      return selection
    case 'filter':
      return { kind: 'query', query: asOf(readFilter(selection.filter, nowMs), nowMs) }
    case 'conversation': {
      const { psid, pageId } = selection
      const person = { field: 'person', value: psid, isNegated: false } as const
      return { kind: 'query', query: [person, { field: 'page', value: pageId, isNegated: false }] }
    }
    default:
      return assertNever(selection)
  }
}

type SearchEngine = ReturnType<typeof createSearchEngine>

/** Which captured callbacks a replay sends, read from the index. */
export function createSelectionReader(db: DatabaseSync, engine: SearchEngine) {
  const one = db.prepare('SELECT seq, received_at_ms, psid FROM callback WHERE seq = ?')

  function seqs(
    selection: ResolvedSelection,
    order: 'newest' | 'oldest',
    behindSeq: number | null,
    limit: number,
  ) {
    if (selection.kind === 'callbacks') {
      const ascending = [...new Set(selection.seqs)].toSorted((a, b) => a - b)
      const inOrder = order === 'newest' ? ascending.toReversed() : ascending
      return inOrder.filter((seq) => behindSeq === null || seq > behindSeq)
    }
    return engine.seqs(selection.query, { order, behindSeq, limit })
  }

  function slice(selection: ResolvedSelection, behindSeq: number | null): readonly SelectedCallback[] {
    return seqs(selection, 'oldest', behindSeq, SLICE)
      .flatMap((seq) => one.all(seq).map(toSelected))
      .slice(0, SLICE)
  }

  return {
    slice,
    bounds(selection: ResolvedSelection): SelectionBounds {
      const lastSeq = seqs(selection, 'newest', null, 1).find((seq) => one.get(seq) !== undefined)
      const last = lastSeq === undefined ? null : toSelected(one.get(lastSeq))
      return { count: countOf(selection), first: slice(selection, null)[0] ?? null, last }
    },
  }

  function countOf(selection: ResolvedSelection): number {
    if (selection.kind === 'callbacks') {
      return new Set(selection.seqs.filter((seq) => one.get(seq) !== undefined)).size
    }
    return engine.total(selection.query)
  }
}

/** A selection as it was now, whose callbacks are asked for as they are needed. */
export function selectedFrom(
  bounds: SelectionBounds,
  slice: (behindSeq: number | null) => Promise<readonly SelectedCallback[]>,
): SelectedCallbacks {
  const lastSeq = bounds.last?.seq ?? 0
  async function* inOrder(): AsyncGenerator<SelectedCallback, undefined> {
    for (let behindSeq: number | null = null; ; ) {
      const some: readonly SelectedCallback[] = (await slice(behindSeq)).filter(({ seq }) => seq <= lastSeq)
      yield* some
      const end: SelectedCallback | undefined = some.at(-1)
      if (end === undefined) return
      behindSeq = end.seq
    }
  }
  return { ...bounds, inOrder }
}

function toSelected(record: unknown): SelectedCallback {
  const { seq, received_at_ms, psid } = SelectedRecord.parse(record)
  return { seq, receivedAtMs: received_at_ms, psid }
}
