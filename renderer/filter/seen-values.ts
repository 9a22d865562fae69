import type { CallbackRow } from '#shared/callback.ts'

/** More than anybody looks through in a list of completions. */
const MOST = 500

/** People, Pages and error codes of rows that were shown since the page was opened, whatever is filtered now. */
export function createSeenValues() {
  const psids = new Set<string>()
  const pages = new Set<string>()
  const codes = new Set<string>()
  let lastRows: readonly CallbackRow[] = []
  return {
    see(rows: readonly CallbackRow[]): void {
      if (rows === lastRows) return
      lastRows = rows
      for (const { psid, pageId, errorCode } of rows.slice(0, MOST)) {
        note(psids, psid)
        note(pages, pageId)
        note(codes, errorCode)
      }
    },
    now: () => ({ psids: [...psids], pages: [...pages], codes: [...codes] }),
  }
}

export type SeenValues = ReturnType<ReturnType<typeof createSeenValues>['now']>

function note(values: Set<string>, value: string | null): void {
  if (value !== null && values.size < MOST) values.add(value)
}
