import type { CallbackFilter, CallbackRow } from '../callback.ts'
import { containsText } from './contains-text.ts'
import { isFailedStatus } from './failed-status.ts'

/** What a filter looks at. */
export type FilteredCallback = Pick<
  CallbackRow,
  'kind' | 'signature' | 'type' | 'summary' | 'psid' | 'pageId' | 'messageUuid' | 'errorCode'
>

/** The filter that hides nothing. */
export const everything: CallbackFilter = { kind: null, signature: null, failed: false, text: '' }

/**
 * Whether a row is shown under a filter: the meaning that the store gives the same filter in SQL. All conditions must
 * hold; `text` is looked for without regard to letter case in summary, type, PSID, Page ID, message_uuid and error code.
 */
export function matchesFilter(row: FilteredCallback, filter: CallbackFilter): boolean {
  if (filter.kind !== null && row.kind !== filter.kind) return false
  if (filter.signature === 'trouble' && !hasSignatureTrouble(row)) return false
  if (filter.failed && !(row.kind === 'status' && isFailedStatus(row.type))) return false
  const { summary, type, psid, pageId, messageUuid, errorCode } = row
  return containsText([summary, type, psid, pageId, messageUuid, errorCode], filter.text)
}

/** Requests that are no Messages callbacks are not expected to be signed. */
function hasSignatureTrouble(row: FilteredCallback): boolean {
  return row.kind !== 'other' && row.signature !== 'valid'
}
