import { type TimelineBucket, type TimelineKind, totalOf } from '#shared/timeline/timeline.ts'

/** From the baseline up: what went wrong is on top, where it is seen first. */
const stackedKinds: readonly TimelineKind[] = ['inbound', 'status', 'other', 'failed']

/** A part of a bar: `bottom` and `height` in pixels from the baseline. */
type Segment = { readonly kind: TimelineKind; readonly bottom: number; readonly height: number }
export type Bar = { readonly startMs: number; readonly segments: readonly Segment[] }

const LOWEST_BAR = 3
const LOWEST_SEGMENT = 1.5

/** The most events that any bucket has. */
function fullestOf(buckets: readonly TimelineBucket[]): number {
  return buckets.reduce((most, bucket) => Math.max(most, totalOf(bucket)), 0)
}

/**
 * A bar for each bucket that is not empty. Heights grow with the square root of the count, so that single callbacks stay
 * visible beside a burst of thousands; within a bar each kind has its share, and as much as can be seen.
 */
export function barsOf(buckets: readonly TimelineBucket[], height: number): readonly Bar[] {
  const fullest = fullestOf(buckets)
  return buckets
    .filter((bucket) => totalOf(bucket) > 0)
    .map((bucket) => ({
      startMs: bucket.startMs,
      segments: segmentsOf(bucket, Math.max(LOWEST_BAR, Math.sqrt(totalOf(bucket) / fullest) * height)),
    }))
}

function segmentsOf(bucket: TimelineBucket, height: number): readonly Segment[] {
  const kinds = stackedKinds.filter((kind) => bucket[kind] > 0)
  const least = Math.min(LOWEST_SEGMENT, height / kinds.length)
  const spare = height - least * kinds.length
  let bottom = 0
  return kinds.map((kind) => {
    const segment = { kind, bottom, height: least + (spare * bucket[kind]) / totalOf(bucket) }
    bottom += segment.height
    return segment
  })
}
