import { type PlacedTerm, parseQuery } from '../search/parse-query.ts'
import { withoutPlace, withTerm } from '../search/write-term.ts'
import type { TimeRange } from './buckets.ts'

/**
 * The filter with this range of time instead of those it has: `kind:status after:14:00` becomes
 * `kind:status after:2026-11-20T14:00 before:2026-11-20T14:10`. A filter that cannot be read is left as it is, with the
 * range behind it. Times in ms since 1970, written in local time.
 */
export function withRange(text: string, { fromMs, toMs }: TimeRange, nowMs: number): string {
  const from = withTerm(withoutRange(text, nowMs), { field: 'after', value: fromMs, isNegated: false })
  return withTerm(from, { field: 'before', value: toMs, isNegated: false })
}

/** The filter without anything it says about time. */
export function withoutRange(text: string, nowMs: number): string {
  const parsed = parseQuery(text, nowMs)
  if (!parsed.ok) return text
  return parsed.terms.filter(saysWhen).reduceRight(withoutPlace, text)
}

/** Whether the filter says anything about time. */
export function hasRange(text: string, nowMs: number): boolean {
  const parsed = parseQuery(text, nowMs)
  return parsed.ok && parsed.terms.some(saysWhen)
}

function saysWhen({ term }: PlacedTerm): boolean {
  return term.field === 'after' || term.field === 'before' || term.field === 'since'
}
