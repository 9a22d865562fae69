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

/** Forwarding as it stands: numbers since the app started. */
export const ForwardView = z.object({
  settings: ForwardSettings,
  waiting: z.int(),
  underWay: z.int(),
  forwarded: z.int(),
  failed: z.int(),
  heldBack: z.int(),
})
export type ForwardView = Readonly<z.infer<typeof ForwardView>>
