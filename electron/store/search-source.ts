import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { anyOf, type Expression, matchOf } from './match-expression.ts'
import type { SearchPlan } from './search-plan.ts'
import { tagOf } from './search-tags.ts'
import { EVERYTHING, type SeqRange } from './time-blocks.ts'

export type SearchOrder = 'newest' | 'oldest'
type SearchTally = { readonly found: number; readonly oldestSeq: number }
type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] }
/** A plan as the tables are asked: its facets in the full-text expression, or (`facetIds`) row by row. */
type Look = Pick<SearchPlan, 'span' | 'facetIds'> & { readonly match: string | null }

/** Of so many rows the facets are read faster than they are found in the full-text index. */
const FEW_SEQS = 4_096
const FEW_FOUND = 100

/** Looks for the events of a plan in one range of seqs. */
export function createSearchSource(db: DatabaseSync) {
  const anyTrash = db.prepare('SELECT 1 FROM trash LIMIT 1')
  const hasTrash = () => anyTrash.get() !== undefined
  const manyOf = db.prepare(`SELECT 1 FROM search WHERE text MATCH ? LIMIT 1 OFFSET ${FEW_FOUND}`)
  const isRare = ({ text, isList }: Expression) => isList && manyOf.get(text) === undefined

  function lookOf({ wanted, unwanted, facetIds, span }: SearchPlan, { from, to }: SeqRange): Look {
    const texts = wanted.map(({ text }) => text)
    const unwantedTexts = unwanted.map(({ text }) => text)
    const isFew = () => to - from < FEW_SEQS || wanted.some(isRare)
    // Where nothing is wanted, what is unwanted can only be taken from all events of the facets.
    const canBeByRow = wanted.length > 0 || unwanted.length === 0
    if (facetIds === null || (canBeByRow && isFew())) {
      return { match: matchOf(texts, unwantedTexts), facetIds, span }
    }
    texts.push(anyOf(facetIds.map((id) => tagOf('facet', id))))
    return { match: matchOf(texts, unwantedTexts), facetIds: null, span }
  }

  const sourceOf = (plan: SearchPlan, range: SeqRange) => selectionOf(lookOf(plan, range), range, hasTrash())

  return {
    /** Whether anything was thrown away that is still in the files. */
    hasTrash,
    /** The first so many, in order. */
    look(plan: SearchPlan, range: SeqRange, order: SearchOrder, limit: number): readonly number[] {
      const { seq, from, values } = sourceOf(plan, range)
      const direction = order === 'newest' ? 'DESC' : 'ASC'
      return db
        .prepare(`SELECT ${seq} AS seq ${from} ORDER BY ${seq} ${direction} LIMIT ?`)
        .all(...values, limit)
        .map((record) => Number(record.seq))
    },
    /** How many of the newest so many there are, and the oldest of them. */
    tally(plan: SearchPlan, range: SeqRange, limit: number): SearchTally {
      const { seq, from, values } = sourceOf(plan, range)
      const newest = `SELECT ${seq} AS seq ${from} ORDER BY ${seq} DESC LIMIT ?`
      // To pass over events takes half as long as to count them; what has no list is not looked for twice.
      const last = isOneList(plan) ? db.prepare(`${newest} OFFSET ?`).get(...values, 1, limit - 1) : undefined
      if (last !== undefined) return { found: limit, oldestSeq: Number(last.seq) }
      const record = db
        .prepare(`SELECT count(*) AS n, min(seq) AS seq FROM (${newest})`)
        .get(...values, limit)
      return { found: Number(record?.n ?? 0), oldestSeq: Number(record?.seq ?? 0) }
    },
    count(plan: SearchPlan, range: SeqRange): number {
      const { from, values } = sourceOf(plan, range)
      return Number(db.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.n ?? 0)
    },
  }
}

function isOneList({ wanted, unwanted, facetIds, span }: SearchPlan): boolean {
  const isOnlyWanted = unwanted.length === 0 && facetIds === null && span === null
  return isOnlyWanted && wanted.length === 1 && wanted[0]?.isList === true
}

/** What to select from where. */
function selectionOf(look: Look, range: SeqRange, hasTrash: boolean) {
  const seq = look.match === null ? 'c.seq' : 's.rowid'
  const conditions = conditionsOf(look, range, seq, hasTrash)
  return {
    seq,
    from: `FROM ${tablesOf(look)} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  }
}

/** The words first: a row is looked at only where something of it has to be known. */
function tablesOf({ match, span, facetIds }: Look): string {
  if (match === null) return 'callback c'
  return span === null && facetIds === null ? 'search s' : 'search s CROSS JOIN callback c ON c.seq = s.rowid'
}

function conditionsOf(
  { match, span, facetIds }: Look,
  { from, to }: SeqRange,
  seq: string,
  hasTrash: boolean,
): readonly Condition[] {
  const conditions: Condition[] = []
  if (match !== null) conditions.push({ sql: 's.text MATCH ?', values: [match] })
  // Each is asked of every event that is found, so not where there is no end.
  if (from > EVERYTHING.from) conditions.push({ sql: `${seq} >= ?`, values: [from] })
  if (to < EVERYTHING.to) conditions.push({ sql: `${seq} <= ?`, values: [to] })
  // What the words find is never a repeated delivery.
  if (match === null) conditions.push({ sql: 'c.first_seq IS NULL', values: [] })
  if (facetIds !== null) {
    conditions.push({ sql: `c.facet_id IN (${facetIds.map(() => '?').join(', ')})`, values: facetIds })
  }
  if (span !== null) {
    const values = [span.fromMs, span.toMs]
    conditions.push({ sql: 'c.received_at_ms >= ? AND c.received_at_ms < ?', values })
  }
  if (hasTrash) {
    conditions.push({ sql: `NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = ${seq})`, values: [] })
  }
  return conditions
}
