import type { ConversationItem, ConversationPage, ConversationPart } from '#shared/chats.ts'
import { comparePlaces } from '#shared/compare-places.ts'
import type { WireError } from '#shared/rpc.ts'

/** More than this are not kept in the page at once: what is far away is loaded again when it is scrolled to. */
const MOST_ITEMS = 300

/** The part of a conversation that is loaded, oldest first. */
export type MessagesFeed = {
  readonly items: readonly ConversationItem[]
  readonly hasOlder: boolean
  /** The end of the conversation is not loaded. */
  readonly hasNewer: boolean
  /** What is being loaded; null for nothing. */
  readonly wanted: ConversationPart | null
  /** Tells the answer to the latest load from answers to earlier ones. */
  readonly loadId: number
  readonly error: WireError | null
}

export type MessagesAction =
  | { readonly kind: 'load'; readonly part: ConversationPart }
  | { readonly kind: 'load-older' }
  | { readonly kind: 'load-newer' }
  | { readonly kind: 'loaded'; readonly loadId: number; readonly page: ConversationPage }
  | { readonly kind: 'failed'; readonly loadId: number; readonly error: WireError }
  /** The end of the conversation as it is now. `isAtEnd`: its end is what is looked at. */
  | { readonly kind: 'refreshed'; readonly page: ConversationPage; readonly isAtEnd: boolean }

export const emptyMessages: MessagesFeed = {
  items: [],
  hasOlder: false,
  hasNewer: false,
  wanted: null,
  loadId: 0,
  error: null,
}

export function messagesFeed(feed: MessagesFeed, action: MessagesAction): MessagesFeed {
  switch (action.kind) {
    case 'load':
      return wanting(feed, action.part)
    case 'load-older': {
      const [first] = feed.items
      return first === undefined ? feed : wanting(feed, { kind: 'before', place: first.place })
    }
    case 'load-newer': {
      const last = feed.items.at(-1)
      return last === undefined ? feed : wanting(feed, { kind: 'behind', place: last.place })
    }
    case 'loaded':
      return action.loadId === feed.loadId ? withPage(feed, action.page) : feed
    case 'failed':
      return action.loadId === feed.loadId ? { ...feed, wanted: null, error: action.error } : feed
    case 'refreshed':
      return withEnd(feed, action.page, action.isAtEnd)
  }
}

function wanting(feed: MessagesFeed, wanted: ConversationPart): MessagesFeed {
  return { ...feed, wanted, loadId: feed.loadId + 1, error: null }
}

function withPage(feed: MessagesFeed, page: ConversationPage): MessagesFeed {
  const rest = { ...feed, wanted: null, error: null }
  switch (feed.wanted?.kind) {
    case 'before': {
      const items = [...page.items, ...feed.items]
      const isCut = items.length > MOST_ITEMS
      return {
        ...rest,
        items: items.slice(0, MOST_ITEMS),
        hasOlder: page.hasOlder,
        hasNewer: feed.hasNewer || isCut,
      }
    }
    case 'behind': {
      const items = [...feed.items, ...page.items]
      const isCut = items.length > MOST_ITEMS
      return {
        ...rest,
        items: items.slice(-MOST_ITEMS),
        hasOlder: feed.hasOlder || isCut,
        hasNewer: page.hasNewer,
      }
    }
    default:
      return { ...rest, ...page }
  }
}

/** Joins the end to what is loaded. Where there is a gap between the two, only the end is kept, or nothing changes. */
function withEnd(feed: MessagesFeed, page: ConversationPage, isAtEnd: boolean): MessagesFeed {
  if (feed.hasNewer) return feed
  const [firstOfEnd] = page.items
  const last = feed.items.at(-1)
  if (firstOfEnd === undefined || last === undefined) return { ...feed, ...page }
  if (page.hasOlder && comparePlaces(firstOfEnd.place, last.place) > 0) {
    return isAtEnd ? { ...feed, ...page } : { ...feed, hasNewer: true }
  }
  const kept = feed.items.filter(({ place }) => comparePlaces(place, firstOfEnd.place) < 0)
  const items = [...(page.hasOlder ? kept : []), ...page.items]
  if (items.length <= MOST_ITEMS)
    return { ...feed, items, hasOlder: page.hasOlder && (feed.hasOlder || kept.length === 0) }
  // What is looked at stays; its end is loaded again on the way there.
  return isAtEnd
    ? { ...feed, items: items.slice(-MOST_ITEMS), hasOlder: true }
    : {
        ...feed,
        items: items.slice(0, Math.max(MOST_ITEMS, feed.items.length)),
        hasNewer: items.length > feed.items.length,
      }
}

/** One text per message, which stays the same while its statuses come. */
export function itemKey({ place }: ConversationItem): string {
  return `${place.source}-${place.id}`
}

/** The callbacks a message is known by. */
export function seqsOf(item: ConversationItem): readonly number[] {
  if (item.from === 'person') return [item.row.seq]
  const statuses = item.from === 'here' ? item.reply.statuses : item.statuses
  return statuses.map(({ callbackSeq }) => callbackSeq)
}
