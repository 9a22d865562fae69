import { z } from 'zod'
import type { CallbackKind } from '../callback.ts'
import { isFailedStatus } from '../messenger/failed-status.ts'

/** What a callback is on the timeline: a status that says rejected or undeliverable stands apart from the others. */
export const TimelineKind = z.enum(['inbound', 'status', 'failed', 'other'])
export type TimelineKind = z.infer<typeof TimelineKind>

/** How many events of each kind were received from `startMs` on, up to the start of the next bucket. */
export const TimelineBucket = z.object({
  startMs: z.number(),
  inbound: z.int(),
  status: z.int(),
  failed: z.int(),
  other: z.int(),
})
export type TimelineBucket = Readonly<z.infer<typeof TimelineBucket>>

export const Timeline = z.object({
  /** In order, without gaps, empty ones included. None where nothing matches at any time. */
  buckets: z.array(TimelineBucket),
  bucketMs: z.number(),
  /** What the buckets show: times asked for, or the first and last matching event where none were; to the second. */
  range: z.object({ fromMs: z.number(), toMs: z.number() }).nullable(),
  /** The times of the first and last event stored, matching or not, to the second; null where there is none. */
  oldestMs: z.number().nullable(),
  newestMs: z.number().nullable(),
  /** Not everything before this was counted, because too much matches; null: all of it was. */
  countedFromMs: z.number().nullable(),
  /** Whether what was just deleted is left out everywhere, however much it is. */
  isExact: z.boolean(),
})
export type Timeline = Readonly<z.infer<typeof Timeline>>

/** All events of a bucket. */
export function totalOf({ inbound, status, failed, other }: Omit<TimelineBucket, 'startMs'>): number {
  return inbound + status + failed + other
}

/** Where a callback of this kind and type counts. */
export function timelineKindOf(kind: CallbackKind, type: string): TimelineKind {
  return kind === 'status' && isFailedStatus(type) ? 'failed' : kind
}
