import { WorkbenchError } from '#shared/errors.ts'

/** What a person is told when the app cannot start or has to close: what happened, why, what to do. */
export function lastWords(error: unknown): string {
  if (error instanceof WorkbenchError) {
    const { what, why, fix } = error.explanation
    return [what, why, fix].join('\n')
  }
  return [
    'Something unexpected failed, and the workbench had to close.',
    error instanceof Error ? error.message : String(error),
    'Start it again. Every callback that was answered is stored.',
  ].join('\n')
}
