import type { TimeRange } from './buckets.ts'

/** By how much a range grows at once. */
const GROWTH = 4

/**
 * The range with as much more on both sides as makes it four times as long, in whole seconds, but no more than there is;
 * null where that covers all there is: then no range is needed any more.
 */
export function widerRange({ fromMs, toMs }: TimeRange, all: TimeRange | null): TimeRange | null {
  if (all === null) return null
  const moreMs = (Math.max(1_000, toMs - fromMs) * (GROWTH - 1)) / 2
  const wider = { fromMs: wholeSecond(fromMs - moreMs), toMs: wholeSecond(toMs + moreMs) }
  if (wider.fromMs <= all.fromMs && wider.toMs >= all.toMs) return null
  return {
    fromMs: Math.min(fromMs, Math.max(wider.fromMs, all.fromMs)),
    toMs: Math.max(toMs, Math.min(wider.toMs, all.toMs)),
  }
}

function wholeSecond(atMs: number): number {
  return Math.round(atMs / 1_000) * 1_000
}
