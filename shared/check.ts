import { z } from 'zod'

/**
 * One verified fact. A list of checks is shown as it is by the page, the command line and the tests.
 * `ok: null` means: not checked, because an earlier check failed or nothing is known to compare with.
 */
export const Check = z.object({
  id: z.string(),
  title: z.string(),
  ok: z.boolean().nullable(),
  /** A failed check of this severity `warning` does not make the whole invalid. */
  severity: z.enum(['error', 'warning']),
  expected: z.string(),
  actual: z.string(),
  why: z.string(),
  fix: z.string(),
})
export type Check = Readonly<z.infer<typeof Check>>
