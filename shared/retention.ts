import { z } from 'zod'
import { WireError } from './rpc.ts'
import { FilterText } from './search/filter-text.ts'

const DAY_MS = 24 * 3_600_000
const MIB = 1_024 ** 2

/**
 * How much is kept; null: without limit. Ages in ms, sizes in bytes of bodies, paths and headers as they were captured.
 * What is pinned or noted stays, and counts.
 */
export const RetentionLimits = z.object({
  maxCallbacks: z.int().min(1).max(1_000_000_000).nullable(),
  maxAgeMs: z
    .number()
    .min(60_000)
    .max(36_500 * DAY_MS)
    .nullable(),
  maxBytes: z
    .int()
    .min(MIB)
    .max(1_024 ** 5)
    .nullable(),
})
export type RetentionLimits = Readonly<z.infer<typeof RetentionLimits>>

/** 100,000 callbacks, 30 days, 1 GiB. */
export const defaultRetention: RetentionLimits = {
  maxCallbacks: 100_000,
  maxAgeMs: 30 * DAY_MS,
  maxBytes: 1_024 * MIB,
}

/** What an answered 200 survives: a loss of power, or only an end of the app. */
export const Durability = z.enum(['power-loss', 'crash'])
export type Durability = z.infer<typeof Durability>

/** When callbacks were last removed because they were over the limits, and how many events. */
export const Pruned = z.object({ atMs: z.number(), count: z.int() })
export type Pruned = Readonly<z.infer<typeof Pruned>>

/** What the page shows of how callbacks are kept, besides how many there are. */
export const RetentionView = z.object({
  limits: RetentionLimits,
  durability: Durability,
  lastPruned: Pruned.nullable(),
  /** Why what is over the limits could not be removed; null: it could. */
  trouble: WireError.nullable(),
})
export type RetentionView = Readonly<z.infer<typeof RetentionView>>

/** How much is stored. `callbacks` counts repeated deliveries, `events` does not; sizes in bytes. */
export const StoredNow = z.object({
  events: z.int(),
  callbacks: z.int(),
  bytes: z.int(),
  /** Events that no limit removes: pinned or noted. */
  kept: z.int(),
  /** What the files take on the disk. */
  fileBytes: z.int(),
})
export type StoredNow = Readonly<z.infer<typeof StoredNow>>

/** Which callbacks are deleted. */
export const Deletion = z.object({
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('callbacks'), seqs: z.array(z.int()).min(1).max(10_000) }),
    /** All that the list shows under this filter; the empty one shows all there are. */
    z.object({ kind: z.literal('filter'), filter: FilterText }),
  ]),
  /** Pinned and noted ones too; else they stay. */
  includesKept: z.boolean(),
})
export type Deletion = Readonly<z.infer<typeof Deletion>>

/** A deletion can be taken back for so long. */
export const UNDO_MS = 10_000

export const NOTE_MAX = 2_000
