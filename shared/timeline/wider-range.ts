import type { TimeRange } from './buckets.ts'

/** By how much a range grows at once. */
const GROWTH = 4

/**
 * The range with as much more on both sides as makes it four times as long, in whole seconds; null where that covers
 * all there is: then no range is needed any more.
 */
export function widerRange({ fromMs, toMs }: TimeRange, all: TimeRange | null): TimeRange | null {
  const moreMs = (Math.max(1_000, toMs - fromMs) * (GROWTH - 1)) / 2
  const wider = { fromMs: wholeSecond(fromMs - moreMs), toMs: wholeSecond(toMs + moreMs) }
  const coversAll = all === null || (wider.fromMs <= all.fromMs && wider.toMs >= all.toMs)
  return coversAll ? null : wider
}

function wholeSecond(atMs: number): number {
  return Math.round(atMs / 1_000) * 1_000
}
