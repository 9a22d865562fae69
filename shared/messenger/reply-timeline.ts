import type { StatusStep } from '../reply.ts'

/** The usual order; what ends a message instead is in FINAL. Source: Messages API, "Message status". */
const ORDER: readonly string[] = ['submitted', 'delivered', 'read']
const FINAL: readonly string[] = ['rejected', 'undeliverable']

/** After this long without the next status something is worth a look. Our own figure; the documents give none. */
export const MISSING_AFTER_MS = 30_000

export type TimelineMark = 'repeated' | 'out-of-order' | 'unknown-status'

export type TimelineStep = StatusStep & { readonly marks: readonly TimelineMark[] }

export type ReplyTimeline = {
  /** In order of arrival. */
  readonly steps: readonly TimelineStep[]
  /** The furthest status so far; null before the first. */
  readonly current: string | null
  /** Statuses that should have come by now. `read` is never missed: people take their time. */
  readonly missing: readonly ('submitted' | 'delivered')[]
}

/**
 * The statuses of one accepted message, with what is odd about them. Order of arrival is not guaranteed, because each
 * callback is retried by itself.
 */
export function replyTimeline(
  statuses: readonly StatusStep[],
  sentAtMs: number,
  nowMs: number,
): ReplyTimeline {
  const steps = statuses.map((step, index) => ({ ...step, marks: marksOf(step, statuses.slice(0, index)) }))
  const seen = new Set(statuses.map(({ status }) => status))
  const isOver = FINAL.some((status) => seen.has(status))
  const isLate = nowMs - sentAtMs > MISSING_AFTER_MS
  return {
    steps,
    current: furthest(statuses),
    missing: isLate && !isOver ? missingFrom(seen) : [],
  }
}

function marksOf(step: StatusStep, earlier: readonly StatusStep[]): readonly TimelineMark[] {
  const marks: TimelineMark[] = []
  if (earlier.some(({ status }) => status === step.status)) marks.push('repeated')
  const rank = rankOf(step.status)
  if (rank === null) marks.push('unknown-status')
  else if (earlier.some(({ status }) => (rankOf(status) ?? -1) > rank)) marks.push('out-of-order')
  return marks
}

/** Where a status stands in the usual order; null for one the documents do not list. */
function rankOf(status: string): number | null {
  const index = ORDER.indexOf(status)
  if (index >= 0) return index
  return FINAL.includes(status) ? ORDER.length : null
}

function furthest(statuses: readonly StatusStep[]): string | null {
  const ranked = statuses.toSorted((one, other) => (rankOf(other.status) ?? -1) - (rankOf(one.status) ?? -1))
  return ranked[0]?.status ?? null
}

function missingFrom(seen: ReadonlySet<string>): readonly ('submitted' | 'delivered')[] {
  const wanted = ['submitted', 'delivered'] as const
  return wanted.filter((status) => !seen.has(status) && !(status === 'submitted' && seen.has('read')))
}
