import type { CallbackRow } from '#shared/callback.ts'

/**
 * The row to select when these are deleted: the next one below the last of them, else the one above; null where none is
 * left.
 */
export function rowAfter(rows: readonly CallbackRow[], deleted: ReadonlySet<number>): CallbackRow | null {
  const last = rows.findLastIndex(({ seq }) => deleted.has(seq))
  const isLeft = ({ seq }: CallbackRow) => !deleted.has(seq)
  return rows.slice(last + 1).find(isLeft) ?? rows.slice(0, Math.max(last, 0)).findLast(isLeft) ?? null
}
