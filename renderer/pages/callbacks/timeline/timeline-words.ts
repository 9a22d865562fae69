import { assertNever } from '#shared/assert-never.ts'
import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { TimeRange } from '#shared/timeline/buckets.ts'
import { type Timeline, type TimelineBucket, type TimelineKind, totalOf } from '#shared/timeline/timeline.ts'
import { clockTime } from '../../../format/format-time.ts'

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const
const DAY_MS = UNITS[0][1]

/** As they are listed, most wanted first. */
export const listedKinds: readonly TimelineKind[] = ['inbound', 'status', 'failed', 'other']

export function kindWord(kind: TimelineKind): string {
  switch (kind) {
    case 'inbound':
      return 'Inbound'
    case 'status':
      return 'Status'
    case 'failed':
      return 'Failed'
    case 'other':
      return 'Other'
    default:
      return assertNever(kind)
  }
}

/** `10 seconds`, `1 minute`. */
export function spanWords(spanMs: number): string {
  const [name, unitMs] = UNITS.find(([, unit]) => spanMs % unit === 0) ?? UNITS[3]
  return countText(Math.round(spanMs / unitMs), name)
}

/** `14:00:10 to 14:00:20`, with the day where it is not today; a span of whole days by its days. */
export function rangeWords({ fromMs, toMs }: TimeRange, nowMs: number): string {
  const isWholeDays = isMidnight(fromMs) && isMidnight(toMs)
  if (isWholeDays) {
    const last = toMs - 1
    return dayOf(fromMs) === dayOf(last) ? dayOf(fromMs) : `${dayOf(fromMs)} to ${dayOf(last)}`
  }
  const from = dayOf(fromMs) === dayOf(nowMs) ? '' : `${dayOf(fromMs)} `
  const to = dayOf(toMs) === dayOf(fromMs) ? '' : `${dayOf(toMs)} `
  const clock = fromMs % 60_000 === 0 && toMs % 60_000 === 0 ? shortClock : clockTime
  return `${from}${clock(fromMs)} to ${to}${clock(toMs)}`
}

/** A label under the strip, as short as its step allows. */
export function tickWords(atMs: number, stepMs: number): string {
  if (stepMs >= DAY_MS || isMidnight(atMs)) return dayOf(atMs)
  return stepMs < 60_000 ? clockTime(atMs) : shortClock(atMs)
}

/** `12 inbound, 3 status, 1 failed`. */
export function countWords(counts: Omit<TimelineBucket, 'startMs'>): string {
  const parts = listedKinds.filter((kind) => counts[kind] > 0)
  if (parts.length === 0) return 'no callbacks'
  return parts.map((kind) => `${numberText(counts[kind])} ${kindWord(kind).toLowerCase()}`).join(', ')
}

type Shown = Pick<Timeline, 'buckets' | 'bucketMs' | 'countedFromMs' | 'isExact'> & {
  readonly range: TimeRange
}

/** What of the counts is not as it seems, or null. `fromMs`: from when on it matters. */
export function doubtWords(
  { countedFromMs, isExact }: Pick<Timeline, 'countedFromMs' | 'isExact'>,
  fromMs: number,
): string | null {
  if (countedFromMs !== null && fromMs < countedFromMs) {
    return 'Too much matches: only the newest 5,000 are counted.'
  }
  return isExact ? null : 'Some of what is being deleted is still counted.'
}

/** The whole strip in a few sentences. */
export function summaryWords(shown: Shown, nowMs: number): string {
  const doubt = doubtWords(shown, shown.range.fromMs)
  return doubt === null ? countsWords(shown, nowMs) : `${countsWords(shown, nowMs)} ${doubt}`
}

function countsWords({ buckets, bucketMs, range }: Shown, nowMs: number): string {
  const sums = buckets.reduce(
    (sum, bucket) => ({
      inbound: sum.inbound + bucket.inbound,
      status: sum.status + bucket.status,
      failed: sum.failed + bucket.failed,
      other: sum.other + bucket.other,
    }),
    { inbound: 0, status: 0, failed: 0, other: 0 },
  )
  const all = `${countText(totalOf(sums), 'callback')} from ${rangeWords(range, nowMs)}`
  const fullest = buckets.toSorted((one, other) => totalOf(other) - totalOf(one))[0]
  if (fullest === undefined || totalOf(fullest) === 0) return `${all}.`
  const when = rangeWords({ fromMs: fullest.startMs, toMs: fullest.startMs + bucketMs }, nowMs)
  return `${all}: ${countWords(sums)}. Most in ${spanWords(bucketMs)}: ${numberText(totalOf(fullest))}, ${when}.`
}

function shortClock(atMs: number): string {
  return clockTime(atMs).slice(0, 5)
}

function isMidnight(atMs: number): boolean {
  return clockTime(atMs) === '00:00:00'
}

/** Made once: making one takes longer than a thousand uses of it. */
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

function dayOf(atMs: number): string {
  return dayFormat.format(atMs)
}
