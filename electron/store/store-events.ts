import type { CallbackRow } from '#shared/callback.ts'
import type { Explanation } from '#shared/errors.ts'
import type { Reply } from '#shared/reply.ts'
import type { DerivedCallback } from './derive.ts'
import type { IndexTotals } from './index-totals.ts'

/** `fresh`: taken in during this run; `catch-up`: by an earlier run; `anew`: derived before, with other secrets. */
export type DerivedOrigin = 'fresh' | 'catch-up' | 'anew'

/** What becomes known of captured callbacks, in the order in which it happened. */
export type StoreEvent =
  | {
      readonly kind: 'derived'
      readonly origin: DerivedOrigin
      readonly callbacks: readonly DerivedCallback[]
      /** The rows that are new or look different; null: too many to tell, `changed` follows. */
      readonly rows: readonly CallbackRow[] | null
      readonly totals: IndexTotals
    }
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** Many rows are new, were thrown away or taken back: look again. */
  | { readonly kind: 'changed'; readonly totals: IndexTotals }
  /** These were thrown away, or are removed now. */
  | { readonly kind: 'gone'; readonly seqs: readonly number[]; readonly totals: IndexTotals }
  | { readonly kind: 'trouble'; readonly what: string; readonly explanation: Explanation }

/** What a thread of the store tells. */
export type ThreadEvent =
  | StoreEvent
  /** Most of the side file of the captured callbacks is merged. What came in meanwhile is left to whoever writes it. */
  | { readonly kind: 'merged' }
