import { floorTo, niceSize } from './bucket-sizes.ts'

/** From and before, in ms since 1970. */
export type TimeRange = { readonly fromMs: number; readonly toMs: number }

/** Equal parts of time, each from its start up to the next one's. */
export type Buckets = { readonly bucketMs: number; readonly startsMs: readonly number[] }

/**
 * Cuts a range into at most `most` parts as small as that allows, of a size from 1 s to 1 day that people count in (whole
 * days above). The first holds the beginning of the range, the last its end, so both may stand out. `offsetMs`: how far
 * local time is ahead of UTC, so that a day starts at midnight. An empty range has no parts.
 */
export function bucketsOf({ fromMs, toMs }: TimeRange, most: number, offsetMs: number): Buckets {
  const countOf = (sizeMs: number) => Math.ceil((toMs - floorTo(fromMs, sizeMs, offsetMs)) / sizeMs)
  if (fromMs >= toMs) return { bucketMs: niceSize(() => true), startsMs: [] }
  // Any two moments can lie on two sides of a midnight.
  const bucketMs = niceSize((sizeMs) => countOf(sizeMs) <= Math.max(most, 2))
  const firstMs = floorTo(fromMs, bucketMs, offsetMs)
  return {
    bucketMs,
    startsMs: Array.from({ length: countOf(bucketMs) }, (_, index) => firstMs + index * bucketMs),
  }
}
