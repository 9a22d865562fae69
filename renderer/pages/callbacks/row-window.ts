import type { CallbackRow } from '#shared/callback.ts'

export type ListOrder = 'newest' | 'oldest'

/** The stretch of a list that the page holds, in the list's order. */
export type RowWindow = {
  readonly rows: readonly CallbackRow[]
  /** What comes before the first of them; null: nothing. */
  readonly before: RowsBefore | null
  /** Whether others come behind the last. */
  readonly hasMore: boolean
}

type RowsBefore = {
  /** As far as is known: of what is deleted or hidden there, not all is told. */
  readonly count: number
  /** The first of the whole list. */
  readonly firstSeq: number
}

/** A new or changed row, and whether the list shows it. */
export type Arrived = { readonly row: CallbackRow; readonly isShown: boolean }

/** More are held by no page: what is far from the person's view is given up, and loaded again when they come near. */
export const MOST_HELD = 5_000

/** So many rows outside of those that are drawn are there before they are needed. */
export const LOAD_AHEAD_ROWS = 40

/** Negative where the first of two rows stands before the other. */
function comparing(order: ListOrder): (seq: number, other: number) => number {
  return order === 'newest' ? (seq, other) => other - seq : (seq, other) => seq - other
}

/** With new and changed rows where they belong, and without those that are hidden now; what is out of reach is counted. */
export function withArrived(held: RowWindow, arrived: readonly Arrived[], order: ListOrder): RowWindow {
  const compare = comparing(order)
  const [first, last] = [held.rows[0]?.seq, held.rows.at(-1)?.seq]
  const isBefore = (seq: number) => held.before !== null && first !== undefined && compare(seq, first) < 0
  const isBehind = (seq: number) => held.hasMore && last !== undefined && compare(seq, last) > 0
  const shown = arrived.flatMap(({ row, isShown }) => (isShown ? [row] : []))
  const hidden = new Set(arrived.flatMap(({ row, isShown }) => (isShown ? [] : [row.seq])))
  const kept = hidden.size === 0 ? held.rows : held.rows.filter(({ seq }) => !hidden.has(seq))
  const inReach = shown.filter(({ seq }) => !isBefore(seq) && !isBehind(seq))
  const passed = shown.flatMap(({ seq }) => (isBefore(seq) ? [seq] : []))
  return { ...held, rows: merged(kept, inReach, order), before: withPassed(held.before, passed, order) }
}

/** A row that is told of again has been counted. */
function withPassed(before: RowsBefore | null, seqs: readonly number[], order: ListOrder): RowsBefore | null {
  if (before === null) return null
  const compare = comparing(order)
  const added = [...new Set(seqs)].filter((seq) => compare(seq, before.firstSeq) < 0).sort(compare)
  const [firstSeq] = added
  return firstSeq === undefined ? before : { count: before.count + added.length, firstSeq }
}

export function withoutRows(held: RowWindow, gone: ReadonlySet<number>, order: ListOrder): RowWindow {
  const compare = comparing(order)
  const first = held.rows[0]?.seq
  const rows = held.rows.filter(({ seq }) => !gone.has(seq))
  const { before } = held
  if (before === null || first === undefined) return { ...held, rows }
  const goneBefore = [...gone].filter((seq) => compare(seq, first) < 0).length
  return { ...held, rows, before: { ...before, count: Math.max(1, before.count - goneBefore) } }
}

export function withRowsBehind(held: RowWindow, page: Pick<RowWindow, 'rows' | 'hasMore'>, order: ListOrder) {
  return { ...held, rows: merged(held.rows, page.rows, order), hasMore: page.hasMore }
}

/** These in place of those that are held, of which those before are counted: among them there may be others now. */
export function withRowsInstead(
  held: RowWindow,
  page: Pick<RowWindow, 'rows' | 'hasMore'>,
  order: ListOrder,
): RowWindow {
  const [first, heldFirst] = [page.rows[0], held.rows[0]]
  if (first === undefined || heldFirst === undefined) return { ...page, before: null }
  const compare = comparing(order)
  const passed = held.rows.filter(({ seq }) => compare(seq, first.seq) < 0).length
  const count = Math.max(1, (held.before?.count ?? 0) + passed)
  return { ...page, before: { count, firstSeq: held.before?.firstSeq ?? heldFirst.seq } }
}

/** `hasMore`: there are others before these. */
export function withRowsBefore(
  held: RowWindow,
  page: Pick<RowWindow, 'rows' | 'hasMore'>,
  order: ListOrder,
): RowWindow {
  const rows = merged(held.rows, page.rows, order)
  const { before } = held
  if (before === null || !page.hasMore) return { ...held, rows, before: null }
  return { ...held, rows, before: { ...before, count: Math.max(1, before.count - page.rows.length) } }
}

/** Gives up what is beyond the bound, at the end that is farther from the row in view. */
export function bounded<W extends RowWindow>(held: W, viewIndex: number): W {
  const { rows, before } = held
  const excess = rows.length - MOST_HELD
  const [first] = rows
  if (excess <= 0 || first === undefined) return held
  if (viewIndex < rows.length / 2) return { ...held, rows: rows.slice(0, MOST_HELD), hasMore: true }
  const count = (before?.count ?? 0) + excess
  return { ...held, rows: rows.slice(excess), before: { count, firstSeq: before?.firstSeq ?? first.seq } }
}

/** How far a row of the earlier window has moved down: among the rows that are held, and in the whole list. */
export function rowShift(earlier: RowWindow, later: RowWindow, order: ListOrder) {
  const compare = comparing(order)
  const laterFirst = later.rows[0]?.seq
  const from = earlier.rows.findIndex(({ seq }) => laterFirst !== undefined && compare(seq, laterFirst) >= 0)
  const anchor = earlier.rows[from]
  if (anchor === undefined) return { held: 0, whole: 0 }
  const to = later.rows.findIndex(({ seq }) => compare(seq, anchor.seq) >= 0)
  if (to === -1) return { held: 0, whole: 0 }
  const counted = (later.before?.count ?? 0) - (earlier.before?.count ?? 0)
  return { held: to - from, whole: to - from + counted }
}

/** Both lists as one, in order; where both hold a row, the second list's is the later one. */
function merged(
  rows: readonly CallbackRow[],
  changes: readonly CallbackRow[],
  order: ListOrder,
): readonly CallbackRow[] {
  if (changes.length === 0) return rows
  const compare = comparing(order)
  const inOrder = (a: CallbackRow, b: CallbackRow) => compare(a.seq, b.seq)
  const changed = new Map(changes.map((row) => [row.seq, row]))
  const kept = rows.map((row) => {
    const change = changed.get(row.seq)
    changed.delete(row.seq)
    return change ?? row
  })
  if (changed.size === 0) return kept
  const added = [...changed.values()].sort(inOrder)
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || added.every((row) => inOrder(row, first) < 0)) return [...added, ...kept]
  if (last !== undefined && added.every((row) => inOrder(last, row) < 0)) return [...kept, ...added]
  return [...kept, ...added].sort(inOrder)
}
