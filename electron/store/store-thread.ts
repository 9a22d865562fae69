import type { Explanation } from '#shared/errors.ts'
import type { ThreadEvent } from './store-events.ts'

/** What a thread of the store is started for. */
export type ThreadTask = { readonly role: 'indexer' | 'reader'; readonly folder: string }

/** To a thread. `id` null: nobody waits for the result. */
export type ToThread =
  | {
      readonly kind: 'call'
      readonly id: number | null
      readonly name: string
      readonly args: readonly unknown[]
    }
  /** The result of a call is not wanted any more. */
  | { readonly kind: 'cancel'; readonly id: number }

/** From a thread: first whether it could be opened, then results and events. */
export type FromThread =
  | { readonly kind: 'open' }
  | { readonly kind: 'unopened'; readonly explanation: Explanation }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number | null; readonly explanation: Explanation }
  | { readonly kind: 'event'; readonly event: ThreadEvent }

/** A running thread, whatever runs it. */
export type StoreThread = {
  readonly send: (message: ToThread) => void
  /** Ends it at once. */
  readonly end: () => Promise<void>
}

/** Starts a thread. `onEnded`: it ended by itself, with the reason. */
export type StartStoreThread = (
  task: ThreadTask,
  onMessage: (message: FromThread) => void,
  onEnded: (reason: string) => void,
) => StoreThread
