import type { CallbackRow } from '#shared/callback.ts'

/** When each person last wrote to each Page, by `pairOf`. */
export type LastInbound = ReadonlyMap<string, number>

type Pair = Pick<CallbackRow, 'psid' | 'pageId'>

/**
 * The newest time any of the rows knows for its person and Page. A row tells what was so when it was made, so that of
 * an old one may be out of date.
 */
export function lastInboundOf(rows: readonly (Pair & Pick<CallbackRow, 'lastInboundAtMs'>)[]): LastInbound {
  const newest = new Map<string, number>()
  for (const row of rows) {
    const pair = pairOf(row)
    if (pair === null || row.lastInboundAtMs === null) continue
    const known = newest.get(pair)
    if (known === undefined || row.lastInboundAtMs > known) newest.set(pair, row.lastInboundAtMs)
  }
  return newest
}

/** The key of a person and a Page; null where the callback lacks one of them. */
export function pairOf({ psid, pageId }: Pair): string | null {
  return psid === null || pageId === null ? null : `${psid}\u0000${pageId}`
}
