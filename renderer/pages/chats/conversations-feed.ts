import type { Conversation } from '#shared/chats.ts'
import type { WireError } from '#shared/rpc.ts'
import { conversationKey, isSameConversation } from './conversation-key.ts'

/** The part of the list of conversations that is loaded, newest first. */
export type ConversationsFeed = {
  readonly text: string
  readonly conversations: readonly Conversation[]
  readonly hasOlder: boolean
  /** Tells the answer to the latest load from answers to earlier ones. */
  readonly loadId: number
  readonly progress: 'first-page' | 'older-page' | 'idle'
  readonly error: WireError | null
}

export type ConversationsAction =
  | { readonly kind: 'load'; readonly text: string }
  | { readonly kind: 'load-older' }
  | {
      readonly kind: 'loaded'
      readonly loadId: number
      readonly conversations: readonly Conversation[]
      readonly hasOlder: boolean
    }
  | { readonly kind: 'failed'; readonly loadId: number; readonly error: WireError }
  /** These as they are now; with a search, only those that are shown already. */
  | { readonly kind: 'changed'; readonly conversations: readonly Conversation[] }

export const emptyConversations: ConversationsFeed = {
  text: '',
  conversations: [],
  hasOlder: false,
  loadId: 0,
  progress: 'first-page',
  error: null,
}

export function conversationsFeed(feed: ConversationsFeed, action: ConversationsAction): ConversationsFeed {
  switch (action.kind) {
    case 'load':
      return { ...feed, text: action.text, loadId: feed.loadId + 1, progress: 'first-page', error: null }
    case 'load-older':
      return { ...feed, loadId: feed.loadId + 1, progress: 'older-page', error: null }
    case 'loaded': {
      if (action.loadId !== feed.loadId) return feed
      const before = feed.progress === 'older-page' ? feed.conversations : []
      const conversations = merged(before, action.conversations)
      return { ...feed, conversations, hasOlder: action.hasOlder, progress: 'idle' }
    }
    case 'failed':
      return action.loadId === feed.loadId ? { ...feed, progress: 'idle', error: action.error } : feed
    case 'changed':
      return { ...feed, conversations: merged(feed.conversations, inReach(feed, action.conversations)) }
  }
}

/** What has changed is shown where it belongs: older than all that is loaded, it comes with its page. */
function inReach(feed: ConversationsFeed, changed: readonly Conversation[]): readonly Conversation[] {
  const oldest = feed.conversations.at(-1)
  return changed.filter((one) => {
    if (feed.conversations.some((shown) => isSameConversation(shown, one))) return true
    if (feed.text.trim() !== '') return false
    return !feed.hasOlder || oldest === undefined || newestFirst(one, oldest) < 0
  })
}

function merged(shown: readonly Conversation[], changes: readonly Conversation[]): readonly Conversation[] {
  const byKey = new Map(shown.map((one) => [conversationKey(one), one]))
  for (const one of changes) byKey.set(conversationKey(one), one)
  return [...byKey.values()].sort(newestFirst)
}

/** In the order of the store. */
function newestFirst(one: Conversation, other: Conversation): number {
  return other.last.atMs - one.last.atMs || compare(other.psid, one.psid) || compare(other.pageId, one.pageId)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
