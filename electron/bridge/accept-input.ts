import type { z } from 'zod'
import { WorkbenchError } from '#shared/errors.ts'
import { issueSentences } from './issue-sentences.ts'

/** A call's input as its schema reads it. Throws BAD_INPUT, which names the fields. */
export function acceptInput(schema: z.ZodType, input: unknown): unknown {
  const read = schema.safeParse(input)
  if (read.success) return read.data
  throw new WorkbenchError({
    code: 'BAD_INPUT',
    what: 'The input was not accepted.',
    why: issueSentences(read.error.issues),
    fix: 'Correct the field and try again.',
  })
}
