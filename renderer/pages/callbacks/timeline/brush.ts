import type { TimeRange } from '#shared/timeline/buckets.ts'

/** Where the cursor is and where the selection began, as moments: the strip may move on underneath. */
export type Brush = { readonly anchorMs: number; readonly headMs: number }

/** What the strip shows: so many buckets of one length from `firstMs` on. */
export type Strip = { readonly firstMs: number; readonly bucketMs: number; readonly count: number }

/** The number of the bucket that a moment lies in; of the nearest one where it lies in none. */
export function bucketAt({ firstMs, bucketMs, count }: Strip, atMs: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((atMs - firstMs) / bucketMs)))
}

/** The moment at a place of the strip, `share` from 0 at its left end to 1 at its right one. */
export function momentAt(strip: Strip, share: number): number {
  const index = Math.min(strip.count - 1, Math.max(0, Math.floor(share * strip.count)))
  return strip.firstMs + index * strip.bucketMs
}

/** The brush so many buckets further, at first from the newest one. `isExtending`: its beginning stays. */
export function moved(strip: Strip, brush: Brush | null, by: number, isExtending: boolean): Brush {
  const from = brush === null ? strip.count - 1 : bucketAt(strip, brush.headMs)
  const to = Math.min(strip.count - 1, Math.max(0, from + by))
  const headMs = strip.firstMs + to * strip.bucketMs
  const anchorMs = brush?.anchorMs ?? strip.firstMs + from * strip.bucketMs
  return { headMs, anchorMs: isExtending ? anchorMs : headMs }
}

/** From the first to the last bucket of a selection, both included. */
export function selectionOf(strip: Strip, { anchorMs, headMs }: Brush): TimeRange {
  const [one, other] = [bucketAt(strip, anchorMs), bucketAt(strip, headMs)]
  return {
    fromMs: strip.firstMs + Math.min(one, other) * strip.bucketMs,
    toMs: strip.firstMs + (Math.max(one, other) + 1) * strip.bucketMs,
  }
}

/** Where a stretch of time is drawn, as shares of the strip's width. */
export function placeOf({ firstMs, bucketMs, count }: Strip, { fromMs, toMs }: TimeRange) {
  const shareOf = (atMs: number) => Math.min(1, Math.max(0, (atMs - firstMs) / (bucketMs * count)))
  return { left: shareOf(fromMs), right: shareOf(toMs) }
}
