import type { CallbackRow } from '#shared/callback.ts'

/** Where a row is among rows in order, whichever order that is; -1 where it is not. Looks at few of them. */
export function rowIndex(rows: readonly Pick<CallbackRow, 'seq'>[], seq: number | null): number {
  const [first, last] = [rows[0], rows.at(-1)]
  if (seq === null || first === undefined || last === undefined) return -1
  const isAscending = first.seq < last.seq
  let [from, to] = [0, rows.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const found: number = rows[middle]?.seq ?? seq
    if (found === seq) return middle
    if (found < seq === isAscending) from = middle + 1
    else to = middle - 1
  }
  return -1
}
