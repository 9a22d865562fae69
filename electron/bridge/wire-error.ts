import { z } from 'zod'
import { WorkbenchError } from '#shared/errors.ts'
import type { WireError } from '#shared/rpc.ts'
import { issueSentences } from './issue-sentences.ts'

/** What a page may learn of an error: its explanation, or that something unexpected went wrong, never a stack. */
export function wireError(error: unknown): WireError {
  if (error instanceof WorkbenchError) return error.explanation
  return {
    code: 'INTERNAL',
    what: 'The workbench failed while doing this.',
    why: reasonOf(error),
    fix: 'Try again. If it happens again, report it with the log.',
  }
}

/** A schema that fails on this side is a fault of the services, never of the input: that was accepted before. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return `A value was not as expected. ${issueSentences(error.issues)}`
  return error instanceof Error ? error.message : 'An unknown failure.'
}
