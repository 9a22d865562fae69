import type { CallbackRow } from '#shared/callback.ts'
import type { ReplaySelection } from '#shared/replay.ts'

/** Everything between the person and the Page of a callback; null where it lacks one of them. */
export function conversationOf({
  psid,
  pageId,
}: Pick<CallbackRow, 'psid' | 'pageId'>): ReplaySelection | null {
  return psid === null || pageId === null ? null : { kind: 'conversation', psid, pageId }
}
