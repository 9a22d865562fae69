import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { SearchQuery } from '#shared/search/query.ts'
import { readFacets } from './facets.ts'
import { readTotals } from './index-totals.ts'
import { planSearch, type SearchPlan } from './search-plan.ts'
import { readTimeBlocks, type SeqRange } from './time-blocks.ts'

export type SearchOrder = 'newest' | 'oldest'
export type SeqPage = {
  readonly order: SearchOrder
  /** Only what comes behind this one in the order; null: from its beginning. */
  readonly behindSeq: number | null
  readonly limit: number
}
/** How many events match: exact up to 10,000, rounded to three digits above. */
export type SearchCount = { readonly count: number; readonly isExact: boolean }
/** One more condition on the rows themselves, for what the index does not know. */
export type RowCheck = { readonly sql: string; readonly values: readonly SQLInputValue[] }

const COUNTED = 10_000
const EVERYTHING: SeqRange = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** Answers queries from the index, whichever thread asks. */
export function createSearchEngine(db: DatabaseSync, nowMs: () => number) {
  const facets = readFacets(db)
  const rangesOf = readTimeBlocks(db)
  const totals = readTotals(db)
  const anyTrash = db.prepare('SELECT 1 FROM trash LIMIT 1')

  /** What to select from where, for one range of seqs. */
  function sourceOf(plan: SearchPlan, { from, to }: SeqRange, check: RowCheck | null) {
    const hasTrash = anyTrash.get() !== undefined
    const needsRow = plan.match === null || plan.span !== null || check !== null
    const seq = plan.match === null ? 'c.seq' : 's.rowid'
    const conditions = [`${seq} BETWEEN ? AND ?`]
    const values: SQLInputValue[] = [from, to]
    if (plan.match !== null) {
      conditions.unshift('s.text MATCH ?')
      values.unshift(plan.match)
    }
    if (needsRow) conditions.push('c.first_seq IS NULL')
    if (plan.span !== null) {
      conditions.push('c.received_at_ms >= ? AND c.received_at_ms < ?')
      values.push(plan.span.fromMs, plan.span.toMs)
    }
    if (hasTrash) conditions.push(`NOT EXISTS (SELECT 1 FROM trash WHERE trash.seq = ${seq})`)
    if (check !== null) {
      conditions.push(check.sql)
      values.push(...check.values)
    }
    const tables = [plan.match === null ? null : 'search s', needsRow ? 'callback c' : null].filter(
      (table) => table !== null,
    )
    const join = tables.length === 2 ? 'search s CROSS JOIN callback c ON c.seq = s.rowid' : tables.join('')
    return { seq, from: `FROM ${join} WHERE ${conditions.join(' AND ')}`, values }
  }

  /** The seqs in one range, in order. */
  function look(plan: SearchPlan, range: SeqRange, page: SeqPage, check: RowCheck | null): readonly number[] {
    const { seq, from, values } = sourceOf(plan, range, check)
    const direction = page.order === 'newest' ? 'DESC' : 'ASC'
    return db
      .prepare(`SELECT ${seq} AS seq ${from} ORDER BY ${seq} ${direction} LIMIT ?`)
      .all(...values, page.limit)
      .map((record) => Number(record.seq))
  }

  function seqsOf(plan: SearchPlan, page: SeqPage, check: RowCheck | null): readonly number[] {
    if (plan.knownCount === 0) return []
    const found: number[] = []
    const ranges = plan.span === null ? [EVERYTHING] : rangesOf(plan.span)
    for (const range of page.order === 'newest' ? ranges.toReversed() : ranges) {
      const limit = page.limit - found.length
      if (limit <= 0) break
      const part = behind(range, page)
      if (part.from <= part.to) found.push(...look(plan, part, { ...page, limit }, check))
    }
    return found
  }

  return {
    /** One page of matching events. Repeated deliveries and what was thrown away are left out. */
    seqs(query: SearchQuery, page: SeqPage, check: RowCheck | null = null): readonly number[] {
      return seqsOf(planSearch(query, facets(), nowMs()), page, check)
    },
    /** How many there are, every one counted. */
    total(query: SearchQuery, check: RowCheck | null): number {
      const plan = planSearch(query, facets(), nowMs())
      if (plan.knownCount === 0) return 0
      const ranges = plan.span === null ? [EVERYTHING] : rangesOf(plan.span)
      return ranges.reduce((sum, range) => {
        const { from, values } = sourceOf(plan, range, check)
        return sum + Number(db.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.n ?? 0)
      }, 0)
    },
    count(query: SearchQuery): SearchCount {
      const plan = planSearch(query, facets(), nowMs())
      const hasTrash = anyTrash.get() !== undefined
      if (plan.knownCount !== null && !hasTrash) return rounded(plan.knownCount)
      const page = { order: 'newest', behindSeq: null, limit: COUNTED + 1 } as const
      const found = seqsOf(plan, page, null)
      if (found.length <= COUNTED) return { count: found.length, isExact: true }
      return rounded(estimate(found, totals()))
    },
  }
}

function behind({ from, to }: SeqRange, { order, behindSeq }: SeqPage): SeqRange {
  if (behindSeq === null) return { from, to }
  return order === 'newest'
    ? { from, to: Math.min(to, behindSeq - 1) }
    : { from: Math.max(from, behindSeq + 1), to }
}

/** As many among all as among the newest. */
function estimate(
  found: readonly number[],
  totals: { readonly seq: number; readonly events: number },
): number {
  const looked = totals.seq - (found.at(-1) ?? 0) + 1
  return Math.max(COUNTED + 1, Math.min(totals.events, (found.length * totals.seq) / looked))
}

function rounded(count: number): SearchCount {
  if (count <= COUNTED) return { count, isExact: true }
  const digit = 10 ** (Math.floor(Math.log10(count)) - 2)
  return { count: Math.round(count / digit) * digit, isExact: false }
}
