import type { z } from 'zod'

/** What a schema found wrong, each with the place of the field. */
export function issueSentences(issues: readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[]): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`))
    .join('; ')
}
