import type { createCallbackRows } from './callback-rows.ts'
import type { DerivedCallback } from './derive.ts'
import type { IndexTotals } from './index-totals.ts'
import type { createReplies } from './replies.ts'
import type { DerivedOrigin, StoreEvent } from './store-events.ts'

/** With more than this waiting, rows are not told one by one: whoever shows them looks again at the end. */
const TOLD_ONE_BY_ONE = 2_000

type Deps = {
  readonly rows: ReturnType<typeof createCallbackRows>
  readonly replies: ReturnType<typeof createReplies>
  readonly totals: () => IndexTotals
  readonly tell: (event: StoreEvent) => void
}
type News = {
  readonly origin: DerivedOrigin
  readonly callbacks: readonly DerivedCallback[]
  /** Events whose rows are new or different. */
  readonly seqs: readonly number[]
  /** How many callbacks wait to be derived. */
  readonly waiting: number
}

/** Tells what the index learnt: callbacks, rows, and the replies whose statuses they are. */
export function createIndexPublisher({ rows, replies, totals, tell }: Deps) {
  let isUntold = false
  return {
    publish({ origin, callbacks, seqs, waiting }: News): void {
      const isBehind = waiting > TOLD_ONE_BY_ONE
      isUntold ||= isBehind
      tell({ kind: 'derived', origin, callbacks, rows: isBehind ? null : rows.many(seqs), totals: totals() })
      for (const uuid of messagesOf(callbacks)) {
        for (const reply of replies.byMessageUuid(uuid)) tell({ kind: 'reply', reply })
      }
    },
    /** To be called when nothing waits any more. */
    caughtUp(): void {
      if (isUntold) tell({ kind: 'changed', totals: totals() })
      isUntold = false
    },
  }
}

/** The messages whose statuses these are. */
function messagesOf(callbacks: readonly DerivedCallback[]): ReadonlySet<string> {
  const statuses = callbacks.filter(({ kind }) => kind === 'status')
  return new Set(statuses.flatMap(({ messageUuid }) => (messageUuid === null ? [] : [messageUuid])))
}
