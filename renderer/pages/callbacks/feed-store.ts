import { createContext, useSyncExternalStore } from 'react'
import { useRequired } from '../../components/use-required.ts'
import { type CallbackFeed, callbackFeed, emptyFeed, type FeedAction } from './callback-feed.ts'

export type FeedStore = {
  readonly now: () => CallbackFeed
  readonly dispatch: (action: FeedAction) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Holds the feed outside of the components, so that an arrival draws only those anew that show something of it. */
export function createFeedStore(): FeedStore {
  const listeners = new Set<() => void>()
  let feed = emptyFeed
  return {
    now: () => feed,
    dispatch(action) {
      const next = callbackFeed(feed, action)
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
