import type { CallbackRow } from '#shared/callback.ts'
import { everything } from '#shared/search/filter-text.ts'

/** As many as one question may be about. */
const ASKED_AT_ONCE = 500

export type JudgedRows = {
  readonly rows: readonly CallbackRow[]
  readonly filter: string
  /** Null: all of them. */
  readonly shown: ReadonlySet<number> | null
}

type Deps = {
  /** The filter of now. */
  readonly filter: () => string
  readonly match: (question: {
    readonly filter: string
    readonly seqs: number[]
  }) => Promise<{ readonly seqs: readonly number[] }>
  readonly tell: (judged: JudgedRows) => void
  /** What was waiting has not been judged. */
  readonly fail: (reason: unknown) => void
}

/**
 * Finds out which new and changed rows the filter shows, one question at a time: those that come in between wait, each
 * as it was last.
 */
export function createArrivalJudge({ filter, match, tell, fail }: Deps) {
  const waiting = new Map<number, CallbackRow>()
  let isAsking = false

  function take(): readonly CallbackRow[] {
    const rows = [...waiting.values()].slice(0, ASKED_AT_ONCE)
    for (const { seq } of rows) waiting.delete(seq)
    return rows
  }

  async function askOn(): Promise<void> {
    isAsking = true
    try {
      while (waiting.size > 0) {
        const asked = filter()
        const rows = take()
        const seqs = asked === everything ? null : rows.map(({ seq }) => seq)
        const shown = seqs === null ? null : new Set((await match({ filter: asked, seqs })).seqs)
        tell({ rows, filter: asked, shown })
      }
    } catch (reason) {
      waiting.clear()
      fail(reason)
    } finally {
      isAsking = false
    }
  }

  return {
    add(rows: readonly CallbackRow[]): void {
      for (const row of rows) waiting.set(row.seq, row)
      if (!isAsking) void askOn()
    },
  }
}
