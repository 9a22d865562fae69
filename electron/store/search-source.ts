import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { SearchPlan } from './search-plan.ts'
import type { SeqRange } from './time-blocks.ts'

export type SearchOrder = 'newest' | 'oldest'
type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] }

/** Looks for the events of a plan in one range of seqs. */
export function createSearchSource(db: DatabaseSync) {
  const anyTrash = db.prepare('SELECT 1 FROM trash LIMIT 1')
  const hasTrash = () => anyTrash.get() !== undefined

  return {
    /** Whether anything was thrown away that is still in the files. */
    hasTrash,
    /** The first so many, in order. */
    look(plan: SearchPlan, range: SeqRange, order: SearchOrder, limit: number): readonly number[] {
      const { seq, from, values } = sourceOf(plan, range, hasTrash())
      const direction = order === 'newest' ? 'DESC' : 'ASC'
      return db
        .prepare(`SELECT ${seq} AS seq ${from} ORDER BY ${seq} ${direction} LIMIT ?`)
        .all(...values, limit)
        .map((record) => Number(record.seq))
    },
    count(plan: SearchPlan, range: SeqRange): number {
      const { from, values } = sourceOf(plan, range, hasTrash())
      return Number(db.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.n ?? 0)
    },
  }
}

/** What to select from where. */
function sourceOf(plan: SearchPlan, range: SeqRange, hasTrash: boolean) {
  const seq = plan.match === null ? 'c.seq' : 's.rowid'
  const conditions = conditionsOf(plan, range, seq, hasTrash)
  return {
    seq,
    from: `FROM ${tablesOf(plan)} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  }
}

/** The words first: a row is looked at only where its time has to be known. */
function tablesOf({ match, span }: SearchPlan): string {
  if (match === null) return 'callback c'
  return span === null ? 'search s' : 'search s CROSS JOIN callback c ON c.seq = s.rowid'
}

function conditionsOf(
  { match, span }: SearchPlan,
  { from, to }: SeqRange,
  seq: string,
  hasTrash: boolean,
): readonly Condition[] {
  const conditions: Condition[] = []
  if (match !== null) conditions.push({ sql: 's.text MATCH ?', values: [match] })
  conditions.push({ sql: `${seq} BETWEEN ? AND ?`, values: [from, to] })
  if (match === null || span !== null) conditions.push({ sql: 'c.first_seq IS NULL', values: [] })
  if (span !== null) {
    const values = [span.fromMs, span.toMs]
    conditions.push({ sql: 'c.received_at_ms >= ? AND c.received_at_ms < ?', values })
  }
  if (hasTrash) {
    conditions.push({ sql: `NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = ${seq})`, values: [] })
  }
  return conditions
}
