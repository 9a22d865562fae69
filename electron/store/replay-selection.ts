import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import { assertNever } from '#shared/assert-never.ts'
import type { ReplaySelection } from '#shared/replay.ts'
import { whereOf } from './callback-rows.ts'

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

/** The callbacks of a selection as it was at one moment: those captured later are not part of it. */
export type SelectedCallbacks = {
  readonly count: number
  readonly first: SelectedCallback | null
  readonly last: SelectedCallback | null
  /** In the order they were captured, from the beginning. */
  readonly inOrder: () => Generator<SelectedCallback, undefined>
}

/** Which captured callbacks a replay sends. */
export function createReplaySelection(db: DatabaseSync) {
  return (selection: ReplaySelection): SelectedCallbacks => {
    const { sql, values } = conditionOf(selection)
    const from = `FROM callback c JOIN intake i ON i.seq = c.seq ${sql}`
    const columns = 'SELECT c.seq, i.received_at_ms, c.psid'
    const count = db.prepare(`SELECT count(*) AS n ${from}`)
    const newest = db.prepare(`${columns} ${from} ORDER BY c.seq DESC LIMIT 1`)
    const next = db.prepare(`${columns} ${from} AND c.seq > ? AND c.seq <= ? ORDER BY c.seq LIMIT ?`)

    const last = newest.all(...values).map(toSelected)[0] ?? null
    const slice = (afterSeq: number, limit: number) =>
      next.all(...values, afterSeq, last?.seq ?? 0, limit).map(toSelected)

    function* inOrder(): Generator<SelectedCallback, undefined> {
      for (let afterSeq = 0; ; ) {
        const some = slice(afterSeq, SLICE)
        yield* some
        const end = some.at(-1)
        if (end === undefined) return
        afterSeq = end.seq
      }
    }
    return { count: Number(count.get(...values)?.n ?? 0), first: slice(0, 1)[0] ?? null, last, inOrder }
  }
}

function conditionOf(selection: ReplaySelection): {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
} {
  switch (selection.kind) {
    case 'callbacks':
      return {
        sql: 'WHERE c.seq IN (SELECT value FROM json_each(?))',
        values: [JSON.stringify(selection.seqs)],
      }
    case 'filter':
      return whereOf(selection.filter, null)
    case 'conversation':
      return {
        sql: 'WHERE c.first_seq IS NULL AND c.psid = ? AND c.page_id = ?',
        values: [selection.psid, selection.pageId],
      }
    default:
      return assertNever(selection)
  }
}

function toSelected(record: unknown): SelectedCallback {
  const { seq, received_at_ms, psid } = SelectedRecord.parse(record)
  return { seq, receivedAtMs: received_at_ms, psid }
}
