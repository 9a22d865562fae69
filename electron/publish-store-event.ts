import { assertNever } from '#shared/assert-never.ts'
import type { StoreEvent } from './store/store-events.ts'
import type { WorkbenchEvents } from './workbench-events.ts'

/** Tells the pages what became known of stored callbacks. */
export function publishStoreEvent(event: StoreEvent, { callbacks, replies }: WorkbenchEvents): void {
  switch (event.kind) {
    case 'derived':
      if (event.rows === null) return
      callbacks.publish({ kind: 'rows', rows: [...event.rows], total: event.totals.events })
      return
    case 'changed':
      callbacks.publish({ kind: 'reset' })
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
