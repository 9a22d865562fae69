import type { CallbackRow } from '#shared/callback.ts'

/**
 * `following`: the newest inbound callback is selected by itself as it arrives.
 * `pinned`: the person has selected a callback or written in the Reply form, and nothing moves under their hands.
 */
export type OneSelected = { readonly mode: 'following' | 'pinned'; readonly seq: number | null }

/** Several rows, of which `seq` has the focus and is shown; it need not be one of them. */
type SeveralSelected = {
  readonly mode: 'several'
  readonly seq: number
  /** Where a range begins. */
  readonly anchor: number
  readonly seqs: ReadonlySet<number>
}

export type ListSelection = OneSelected | SeveralSelected

type Rows = readonly Pick<CallbackRow, 'seq'>[]

export function isSelected(selection: ListSelection, seq: number): boolean {
  return selection.mode === 'several' ? selection.seqs.has(seq) : selection.seq === seq
}

/** The selected callbacks, oldest first. */
export function selectedSeqs(selection: ListSelection): readonly number[] {
  if (selection.mode === 'several') return [...selection.seqs].sort((a, b) => a - b)
  return selection.seq === null ? [] : [selection.seq]
}

/**
 * Whether the same rows are selected in the same way. Not whether it is the same object: React computes a state again
 * where what was put off comes before it.
 */
export function isSameSelection(one: ListSelection, other: ListSelection): boolean {
  if (one.mode !== other.mode || one.seq !== other.seq) return false
  const [seqs, others] = [selectedSeqs(one), selectedSeqs(other)]
  return seqs.length === others.length && seqs.every((seq, index) => seq === others[index])
}

/** Only the row that has the focus, and it stays. */
export function onlyFocused(selection: ListSelection): ListSelection {
  return selection.mode === 'several' ? { mode: 'pinned', seq: selection.seq } : selection
}

/** The row joins the selected ones or leaves them. The last one stays. */
export function withToggled(selection: ListSelection, seq: number): ListSelection {
  const seqs = new Set(selectedSeqs(selection))
  if (!seqs.delete(seq)) seqs.add(seq)
  if (seqs.size === 0) return { mode: 'pinned', seq }
  return settled({ mode: 'several', seq, anchor: seq, seqs })
}

/** All rows from where the range began to this one, and no others. */
export function withRangeTo(selection: ListSelection, seq: number, rows: Rows): ListSelection {
  const wanted = selection.mode === 'several' ? selection.anchor : selection.seq
  const end = rows.findIndex((row) => row.seq === seq)
  const start = rows.findIndex((row) => row.seq === wanted)
  if (end === -1) return selection
  // What the range began with may have been hidden since.
  const from = start === -1 ? end : start
  const range = rows.slice(Math.min(from, end), Math.max(from, end) + 1)
  const anchor = rows[from]?.seq ?? seq
  return settled({ mode: 'several', seq, anchor, seqs: new Set(range.map((row) => row.seq)) })
}

/** Moves the focus and leaves what is selected. */
export function withFocusOn(selection: ListSelection, seq: number): ListSelection {
  const seqs = new Set(selectedSeqs(selection))
  if (seqs.size === 0) return { mode: 'pinned', seq }
  return settled({ mode: 'several', seq, anchor: seq, seqs })
}

/** Every one of these rows; the focus stays where it is one of them. */
export function withAll(selection: ListSelection, rows: Rows): ListSelection {
  const first = rows[0]
  if (first === undefined) return selection
  const focused = rows.find((row) => row.seq === selection.seq) ?? first
  const seqs = new Set(rows.map((row) => row.seq))
  return settled({ mode: 'several', seq: focused.seq, anchor: focused.seq, seqs })
}

/** A selection of the focused row alone is that of one row, with an anchor where it is. */
function settled(selection: SeveralSelected): ListSelection {
  const { seqs, seq } = selection
  return seqs.size === 1 && seqs.has(seq) ? { mode: 'pinned', seq } : selection
}
