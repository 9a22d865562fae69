import type { CallbackKind, CallbackRow, SignatureState } from '#shared/callback.ts'
import type { Explanation } from '#shared/errors.ts'
import type { Reply } from '#shared/reply.ts'
import type { IndexTotals } from './index-totals.ts'

/** What became known of one captured request when it was derived. */
export type DerivedEvent = {
  readonly seq: number
  readonly receivedAtMs: number
  readonly kind: CallbackKind
  readonly type: string
  readonly signature: SignatureState
  /** Whose callback it is, as the signature's token says. */
  readonly apiKey: string | null
  readonly applicationId: string | null
  /** The first delivery of the same event; null when this is the first. */
  readonly firstSeq: number | null
}

/** `fresh`: taken in during this run; `catch-up`: by an earlier run; `anew`: derived before, with other secrets. */
export type DerivedOrigin = 'fresh' | 'catch-up' | 'anew'

/** What the indexer tells, in the order in which it happened. */
export type StoreEvent =
  | {
      readonly kind: 'derived'
      readonly origin: DerivedOrigin
      readonly callbacks: readonly DerivedEvent[]
      /** The rows that are new or look different; null: too many to tell, look again. */
      readonly rows: readonly CallbackRow[] | null
      readonly totals: IndexTotals
    }
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** Callbacks were thrown away, taken back or removed: look again. */
  | { readonly kind: 'changed'; readonly totals: IndexTotals }
  | { readonly kind: 'trouble'; readonly what: string; readonly explanation: Explanation }
