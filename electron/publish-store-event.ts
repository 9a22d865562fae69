import { assertNever } from '#shared/assert-never.ts'
import type { ConversationId } from '#shared/chats.ts'
import { replyParties } from '#shared/messenger/reply-parties.ts'
import type { StoreEvent } from './store/store-events.ts'
import type { WorkbenchEvents } from './workbench-events.ts'

/** Tells the pages what became known of stored callbacks. */
export function publishStoreEvent(event: StoreEvent, events: WorkbenchEvents): void {
  const { callbacks, replies } = events
  publishConversations(event, events)
  switch (event.kind) {
    case 'derived':
      if (event.rows === null) return
      callbacks.publish({ kind: 'rows', rows: [...event.rows], total: event.totals.events })
      return
    case 'changed':
      callbacks.publish({ kind: 'reset' })
      return
    case 'gone':
      callbacks.publish({ kind: 'gone', seqs: [...event.seqs], total: event.totals.events })
      return
    case 'reply':
      replies.publish({ kind: 'reply', reply: event.reply })
      return
    case 'trouble':
      return
    default:
      assertNever(event)
  }
}

/** Which conversations there is something new of. */
function publishConversations(event: StoreEvent, { conversations }: WorkbenchEvents): void {
  if (event.kind === 'changed' || event.kind === 'gone') {
    // What is only removed from the files now was hidden before.
    if (event.kind === 'changed' || event.seqs.length > 0) conversations.publish({ kind: 'reset' })
    return
  }
  // Too many at a time to tell one by one: `changed` follows.
  if (event.kind === 'trouble' || (event.kind === 'derived' && event.rows === null)) return
  const parties =
    event.kind === 'reply' ? [replyParties(event.reply.draft)] : [...event.callbacks, ...(event.rows ?? [])]
  const ids = new Map<string, ConversationId>()
  for (const { psid, pageId } of parties) {
    if (psid !== null && pageId !== null) ids.set(`${psid} ${pageId}`, { psid, pageId })
  }
  if (ids.size > 0) conversations.publish({ kind: 'changed', ids: [...ids.values()] })
}
