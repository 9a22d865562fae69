import type { WireError } from '#shared/rpc.ts'
import { CallError } from '../bridge/call-error.ts'

/** What to show for anything that was thrown: the workbench's own explanation, or the little that is known. */
export function explanationOf(reason: unknown): WireError {
  if (reason instanceof CallError) return reason.explanation
  return {
    code: 'INTERNAL',
    what: 'Something went wrong in this page.',
    why: reason instanceof Error ? reason.message : String(reason),
    fix: 'Reload the page. Callbacks are kept; nothing is lost.',
  }
}
