import { z } from 'zod'
import { KeptFilterText } from './search/filter-text.ts'
import { TargetDelivery } from './target.ts'

/** Which captured callbacks are sent again; in the order they were captured. */
export const ReplaySelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('callbacks'), seqs: z.array(z.int()).min(1).max(10_000) }),
  /** All that the list shows under this filter. */
  z.object({ kind: z.literal('filter'), filter: KeptFilterText }),
  /** All messages and statuses between this person and this Page. */
  z.object({ kind: z.literal('conversation'), psid: z.string(), pageId: z.string() }),
])
export type ReplaySelection = Readonly<z.infer<typeof ReplaySelection>>

/** What is sent of each callback. Everything but `exact` is signed anew where the profile in use has a signature secret. */
export const ReplayContent = z.discriminatedUnion('kind', [
  /** The bytes and headers as they were captured. */
  z.object({ kind: z.literal('exact') }),
  /** The captured bytes under a new signature: new `iat`, `jti` and `payload_hash`. */
  z.object({ kind: z.literal('fresh-signature') }),
  /** Another body, for one callback. */
  z.object({ kind: z.literal('edited'), bodyText: z.string().max(2_000_000) }),
  /** New message_uuids (the same one where it was the same) or times moved to now, the rest of the text untouched. */
  z.object({ kind: z.literal('rewritten'), hasNewIds: z.boolean(), hasNewTimes: z.boolean() }),
])
export type ReplayContent = Readonly<z.infer<typeof ReplayContent>>

const MAX_CONCURRENCY = 64

export const ReplayPace = z.discriminatedUnion('kind', [
  /** With the gaps they arrived with. */
  z.object({ kind: z.literal('original') }),
  z.object({ kind: z.literal('gap'), gapMs: z.int().min(0).max(3_600_000) }),
  z.object({
    kind: z.literal('fast'),
    concurrency: z.int().min(1).max(MAX_CONCURRENCY),
    /** `all`: one after the other, whatever the concurrency. `person`: one person's callbacks one after the other. */
    order: z.enum(['none', 'person', 'all']),
  }),
])
export type ReplayPace = Readonly<z.infer<typeof ReplayPace>>

export const ReplayRequest = z.object({
  selection: ReplaySelection,
  targetId: z.string(),
  content: ReplayContent,
  pace: ReplayPace,
  /** How often the whole selection is sent. */
  repeat: z.int().min(1).max(1_000),
})
export type ReplayRequest = Readonly<z.infer<typeof ReplayRequest>>

export const ReplayRun = z.object({
  id: z.string(),
  startedAtMs: z.number(),
  request: ReplayRequest,
  targetName: z.string(),
  state: z.enum(['running', 'finished', 'cancelled', 'interrupted']),
  total: z.int(),
  /** Dealt with so far: sent or, where that was not possible, held back. */
  sent: z.int(),
  /** Answered 2xx. */
  ok: z.int(),
  /** Answered otherwise, not answered, or not sent. */
  failed: z.int(),
  fixed: z.int(),
  regressed: z.int(),
  /** From start to end, or to the last result so far. */
  durationMs: z.number(),
})
export type ReplayRun = Readonly<z.infer<typeof ReplayRun>>

/** One result beside the one of the run before that sent the same callback to the same target. */
export const ReplayComparison = z.discriminatedUnion('kind', [
  /** No run before sent this callback to this target; or this one was broken off by a cancel, which says nothing. */
  z.object({ kind: z.literal('first') }),
  z.object({ kind: z.literal('same') }),
  /** Not 2xx before, 2xx now. */
  z.object({ kind: z.literal('fixed'), difference: z.string() }),
  /** 2xx before, not 2xx now. */
  z.object({ kind: z.literal('regressed'), difference: z.string() }),
  /** As good or bad as before, but not the same; `difference` is the first that was found. */
  z.object({ kind: z.literal('changed'), difference: z.string() }),
])
export type ReplayComparison = Readonly<z.infer<typeof ReplayComparison>>

export const ReplayResult = z.object({
  /** Place in the run, from 0. */
  index: z.int(),
  /** What the list calls the callback. */
  summary: z.string(),
  type: z.string(),
  delivery: TargetDelivery,
  /** What was sent otherwise than asked, and why: under the captured signature, or not rewritten. Null: as asked. */
  note: z.string().nullable(),
  comparison: ReplayComparison,
})
export type ReplayResult = Readonly<z.infer<typeof ReplayResult>>

/** `trouble`: not 2xx. */
export const ReplayResultFilter = z.enum(['all', 'trouble', 'fixed', 'regressed', 'changed'])
export type ReplayResultFilter = z.infer<typeof ReplayResultFilter>
