import { WorkbenchError } from '#shared/errors.ts'
import type { WireError } from '#shared/rpc.ts'

/** What a page may learn of an error: its explanation, or that something unexpected went wrong, never a stack. */
export function wireError(error: unknown): WireError {
  if (error instanceof WorkbenchError) return error.explanation
  if (error instanceof Error && error.name === 'ZodError' && 'issues' in error) {
    return {
      code: 'BAD_INPUT',
      what: 'The input was not accepted.',
      why: issueSentences(error.issues),
      fix: 'Correct the field and try again.',
    }
  }
  return {
    code: 'INTERNAL',
    what: 'The workbench failed while doing this.',
    why: error instanceof Error ? error.message : 'An unknown failure.',
    fix: 'Try again. If it happens again, report it with the log.',
  }
}

function issueSentences(issues: unknown): string {
  if (!Array.isArray(issues)) return ''
  return issues
    .map((issue: { path?: readonly PropertyKey[]; message?: string }) => {
      const path = (issue.path ?? []).map(String).join('.')
      return path === '' ? String(issue.message) : `${path}: ${issue.message}`
    })
    .join('; ')
}
