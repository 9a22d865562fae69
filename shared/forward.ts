import { z } from 'zod'
import { KeptFilterText } from './search/filter-text.ts'

/**
 * `acknowledge-first`: the listener answers 200 at once and passes the callback on after that. `mirror`: the sender gets
 * the target's answer, or 502 when there is none.
 */
export const ForwardMode = z.enum(['acknowledge-first', 'mirror'])
export type ForwardMode = z.infer<typeof ForwardMode>

/** How a profile's callbacks are passed on as they arrive. */
export const ForwardSettings = z.object({
  isOn: z.boolean(),
  targetId: z.string(),
  mode: ForwardMode,
  /** Only callbacks that the list would show under this filter. */
  filter: KeptFilterText,
  /** Passes callbacks on that are unsigned or whose signature is wrong or cannot be checked. */
  isUnverifiedAllowed: z.boolean(),
})
export type ForwardSettings = Readonly<z.infer<typeof ForwardSettings>>

/** How many callbacks wait to be passed on at most; those beyond are held back, captured all the same. */
export const FORWARD_QUEUE_LIMIT = 1_000

/** How many of the last callbacks passed on are looked at to say how it goes right now. */
export const RECENTLY_FORWARDED = 20

/** Forwarding as it stands: numbers since the app started. */
export const ForwardView = z.object({
  settings: ForwardSettings,
  waiting: z.int(),
  underWay: z.int(),
  /** Answered with 2xx. */
  forwarded: z.int(),
  /** Answered with anything else: the server got it and did not take it. */
  refused: z.int(),
  /** Not answered. */
  failed: z.int(),
  heldBack: z.int(),
  /** The last ones that were passed on, at most 20 of them, whatever came of it. */
  recent: z.object({
    count: z.int(),
    refused: z.int(),
    failed: z.int(),
    /** What the latest one that was refused was answered; null for none. */
    refusedWith: z.int().nullable(),
  }),
})
export type ForwardView = Readonly<z.infer<typeof ForwardView>>
