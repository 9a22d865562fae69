import type { CallbackRow } from '#shared/callback.ts'
import { useFeed } from './feed-store.ts'
import { rowIndex } from './row-index.ts'

/** A callback as the list has it, which hears of changes first; null where it is not loaded. */
export function useListedRow(seq: number | null): CallbackRow | null {
  return useFeed(({ rows }) => rows[rowIndex(rows, seq)] ?? null)
}
