import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import { storeFailed } from './open-database.ts'

/** Any failure of the store in a form that crosses between threads. */
export function explainFailure(error: unknown): Explanation {
  if (error instanceof WorkbenchError) return error.explanation
  return storeFailed('The stored callbacks could not be read.', error).explanation
}
