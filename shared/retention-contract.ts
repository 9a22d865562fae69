import { z } from 'zod'
import { Deletion, Durability, NOTE_MAX, RetentionLimits, StoredNow } from './retention.ts'
import { call } from './rpc.ts'

const Nothing = z.object({})
const Seq = z.object({ seq: z.int() })

/** The part of the contract that says what is kept and for how long. */
export const retentionContract = {
  /** What is stored at this moment. */
  storedNow: call(Nothing, StoredNow),
  /** Stores the limits and removes at once, a little at a time, what is over them. */
  saveRetention: call(RetentionLimits, Nothing),
  /** Applies from the next callback on. */
  saveDurability: call(z.object({ durability: Durability }), Nothing),

  /** Pins or unpins events, which keeps them. Throws NOT_FOUND. */
  pinCallbacks: call(z.object({ seqs: z.array(z.int()).min(1).max(10_000), isPinned: z.boolean() }), Nothing),
  /** What somebody noted about an event, which keeps it; null: nothing. */
  callbackNote: call(Seq, z.object({ text: z.string().nullable() })),
  /** Empty text takes the note away. Throws NOT_FOUND. */
  noteCallback: call(Seq.extend({ text: z.string().max(NOTE_MAX) }), Nothing),

  /**
   * How many events a deletion would hide, and how many would stay because they are pinned or noted. Throws BAD_FILTER.
   */
  countDeletion: call(Deletion, z.object({ count: z.int(), isExact: z.boolean(), kept: z.int() })),
  /**
   * Hides events everywhere at once; they are removed when they can no longer be taken back, at the next start if the
   * app has ended before. `count`: how many events are hidden, `kept`: how many stay because they are pinned or noted.
   * Throws BAD_FILTER.
   */
  deleteCallbacks: call(Deletion, z.object({ id: z.int(), count: z.int(), kept: z.int() })),
  /** Brings back what a deletion of the last 10 s hid. Throws UNDO_TOO_LATE. */
  undoDelete: call(z.object({ id: z.int() }), Nothing),
} as const
