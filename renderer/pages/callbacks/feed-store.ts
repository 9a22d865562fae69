import { createContext, useSyncExternalStore } from 'react'
import { useRequired } from '../../components/use-required.ts'
import { type CallbackFeed, callbackFeed, emptyFeed, type FeedAction } from './callback-feed.ts'
import { bounded } from './row-window.ts'

export type FeedStore = {
  readonly now: () => CallbackFeed
  readonly dispatch: (action: FeedAction) => void
  readonly subscribe: (listener: () => void) => () => void
  /** How many rows are above the list's view, kept also while another page is shown. */
  readonly rowsAbove: { current: number }
}

/** Holds the feed outside of the components, so that an arrival draws only those anew that show something of it. */
export function createFeedStore(): FeedStore {
  const listeners = new Set<() => void>()
  const rowsAbove = { current: 0 }
  let feed = emptyFeed
  return {
    rowsAbove,
    now: () => feed,
    dispatch(action) {
      const next = bounded(callbackFeed(feed, action), rowsAbove.current)
      if (next === feed) return
      feed = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const FeedStoreContext = createContext<FeedStore | null>(null)

/** For what is looked at only when something is done. */
export function useFeedStore(): FeedStore {
  return useRequired(FeedStoreContext)
}

/** A part of the feed; the component is drawn anew when that part is another one. `select` must not make new objects. */
export function useFeed<T>(select: (feed: CallbackFeed) => T): T {
  const { subscribe, now } = useFeedStore()
  return useSyncExternalStore(subscribe, () => select(now()))
}
