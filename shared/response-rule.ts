import { z } from 'zod'

/** Longer than Vonage waits for an answer (15 s), so that a time-out can be tried. */
const LONGEST_DELAY_MS = 120_000

/** How the listener answers some callbacks otherwise than with 200 at once, to see what Vonage or a server makes of it. */
export const ResponseRuleInput = z.object({
  /** Empty fields match every callback. */
  match: z.object({
    kind: z.enum(['inbound', 'status']).nullable(),
    psid: z.string().trim(),
    messageUuid: z.string().trim(),
  }),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answer'), httpStatus: z.int().min(200).max(599) }),
    /** The connection is closed without an answer. */
    z.object({ kind: z.literal('drop') }),
  ]),
  /** Before the action. */
  delayMs: z.int().min(0).max(LONGEST_DELAY_MS),
  /** For the next N matching callbacks; null: until removed. */
  remaining: z.int().min(1).max(100_000).nullable(),
})
export type ResponseRuleInput = Readonly<z.infer<typeof ResponseRuleInput>>

export const ResponseRule = ResponseRuleInput.extend({ id: z.string() })
export type ResponseRule = Readonly<z.infer<typeof ResponseRule>>

/** What the listener records as the status of a connection that it dropped by a rule. */
export const DROPPED = 0
