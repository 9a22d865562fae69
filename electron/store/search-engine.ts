import type { DatabaseSync } from 'node:sqlite'
import type { SearchQuery } from '#shared/search/query.ts'
import { readFacets } from './facets.ts'
import { readTotals } from './index-totals.ts'
import { planSearch, type SearchPlan } from './search-plan.ts'
import { createSearchSource, type SearchOrder } from './search-source.ts'
import { EVERYTHING, readTimeBlocks, type SeqRange } from './time-blocks.ts'
import { readCompletions } from './word-completions.ts'

export type SeqPage = {
  readonly order: SearchOrder
  /** Only what comes behind this one in the order; null: from its beginning. */
  readonly behindSeq: number | null
  readonly limit: number
}
/** How many events match: exact up to 10,000, rounded to three digits above. */
export type SearchCount = { readonly count: number; readonly isExact: boolean }

const COUNTED = 10_000
const NEAR = 16

/** Answers queries from the index, whichever thread asks. */
export function createSearchEngine(db: DatabaseSync, nowMs: () => number) {
  const facets = readFacets(db)
  const rangesOf = readTimeBlocks(db)
  const totals = readTotals(db)
  const source = createSearchSource(db)
  const completions = readCompletions(db)
  const planOf = (query: SearchQuery) => planSearch(query, facets(), { nowMs: nowMs(), completions })
  const rangesFor = ({ span }: SearchPlan) => (span === null ? [EVERYTHING] : rangesOf(span))

  function seqsOf(plan: SearchPlan, page: SeqPage): readonly number[] {
    if (plan.knownCount === 0) return []
    const found: number[] = []
    const ranges = rangesFor(plan)
    for (const range of page.order === 'newest' ? ranges.toReversed() : ranges) {
      const limit = page.limit - found.length
      if (limit <= 0) break
      const part = behind(range, page)
      if (part.from <= part.to) found.push(...source.look(plan, part, page.order, limit))
    }
    return found
  }

  return {
    /** One page of matching events. Repeated deliveries and what was thrown away are left out. */
    seqs(query: SearchQuery, page: SeqPage): readonly number[] {
      return seqsOf(planOf(query), page)
    },
    /** Which of these events match. */
    matching(query: SearchQuery, seqs: readonly number[]): readonly number[] {
      const plan = planOf(query)
      if (plan.knownCount === 0) return []
      const asked = new Set(seqs)
      return rangesAround(asked).flatMap((range) =>
        source.look(plan, range, 'oldest', range.to - range.from + 1).filter((seq) => asked.has(seq)),
      )
    },
    /** How many there are, every one counted. */
    total(query: SearchQuery): number {
      const plan = planOf(query)
      if (plan.knownCount === 0) return 0
      return rangesFor(plan).reduce((sum, range) => sum + source.count(plan, range), 0)
    },
    count(query: SearchQuery): SearchCount {
      const plan = planOf(query)
      const isKnown = plan.knownCount === 0 || !source.hasTrash()
      if (plan.knownCount !== null && isKnown) return rounded(plan.knownCount)
      let count = 0
      for (const range of rangesFor(plan).toReversed()) {
        const { found, oldestSeq } = source.tally(plan, range, COUNTED + 1 - count)
        count += found
        if (count > COUNTED) return rounded(estimate(oldestSeq, totals()))
      }
      return { count, isExact: true }
    },
  }
}

/** Fewer looks for seqs that are near each other: those between are read and left. */
function rangesAround(seqs: ReadonlySet<number>): readonly SeqRange[] {
  const ranges: SeqRange[] = []
  for (const seq of [...seqs].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && seq - last.to <= NEAR) ranges[ranges.length - 1] = { from: last.from, to: seq }
    else ranges.push({ from: seq, to: seq })
  }
  return ranges
}

function behind({ from, to }: SeqRange, { order, behindSeq }: SeqPage): SeqRange {
  if (behindSeq === null) return { from, to }
  return order === 'newest'
    ? { from, to: Math.min(to, behindSeq - 1) }
    : { from: Math.max(from, behindSeq + 1), to }
}

/** As many among all as among the newest, of which one more than is counted are found. */
function estimate(oldestSeq: number, totals: { readonly seq: number; readonly events: number }): number {
  const looked = totals.seq - oldestSeq + 1
  return Math.max(COUNTED + 1, Math.min(totals.events, ((COUNTED + 1) * totals.seq) / looked))
}

function rounded(count: number): SearchCount {
  if (count <= COUNTED) return { count, isExact: true }
  const digit = 10 ** (Math.floor(Math.log10(count)) - 2)
  return { count: Math.round(count / digit) * digit, isExact: false }
}
