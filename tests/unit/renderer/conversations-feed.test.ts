import { describe, expect, it } from 'vitest'
import type { Conversation } from '#shared/chats.ts'
import {
  type ConversationsAction,
  conversationsFeed,
  emptyConversations,
} from '../../../renderer/pages/chats/conversations-feed.ts'

function conversation(psid: string, atMs: number, change: Partial<Conversation> = {}): Conversation {
  return {
    psid,
    pageId: 'page',
    last: { atMs, from: 'person', type: 'text', summary: `at ${atMs}` },
    unread: 0,
    lastInboundAtMs: atMs,
    messages: { person: 1, page: 0 },
    ...change,
  }
}

const feedOf = (...actions: readonly ConversationsAction[]) =>
  actions.reduce(conversationsFeed, emptyConversations)
const loaded = (loadId: number, hasOlder: boolean, ...conversations: readonly Conversation[]) =>
  ({ kind: 'loaded', loadId, conversations, hasOlder }) as const
const load = { kind: 'load', text: '' } as const
const psids = (feed: ReturnType<typeof feedOf>) => feed.conversations.map(({ psid }) => psid)

describe('the list of conversations', () => {
  it('puts one that has something new to the top, with what is new', () => {
    const feed = feedOf(load, loaded(1, false, conversation('b', 2), conversation('a', 1)), {
      kind: 'changed',
      conversations: [conversation('a', 3, { unread: 1 })],
    })
    expect(psids(feed)).toEqual(['a', 'b'])
    expect(feed.conversations[0]).toMatchObject({ unread: 1, last: { summary: 'at 3' } })
  })

  it('takes in a new one, but not one that is older than all that is loaded', () => {
    const feed = feedOf(load, loaded(1, true, conversation('b', 5)), {
      kind: 'changed',
      conversations: [conversation('new', 6), conversation('old', 1)],
    })
    expect(psids(feed)).toEqual(['new', 'b'])
  })

  it('takes in nobody who is not among those that a search has found', () => {
    const feed = feedOf({ kind: 'load', text: 'b' }, loaded(1, false, conversation('b', 5)), {
      kind: 'changed',
      conversations: [conversation('other', 6), conversation('b', 7)],
    })
    expect(psids(feed)).toEqual(['b'])
    expect(feed.conversations[0]?.last.atMs).toBe(7)
  })

  it('goes on behind what is loaded, and starts anew with a load', () => {
    const two = feedOf(load, loaded(1, true, conversation('b', 5)), { kind: 'load-older' })
    const more = conversationsFeed(two, loaded(2, false, conversation('a', 1)))
    expect(psids(more)).toEqual(['b', 'a'])
    const anew = conversationsFeed(conversationsFeed(more, load), loaded(3, false, conversation('a', 1)))
    expect(psids(anew)).toEqual(['a'])
  })

  it('leaves aside the answer to an earlier load', () => {
    const feed = feedOf(load, { kind: 'load', text: 'x' }, loaded(1, false, conversation('b', 5)))
    expect(feed).toMatchObject({ progress: 'first-page', conversations: [] })
  })
})
