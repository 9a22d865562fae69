import { describe, expect, it } from 'vitest'
import type { ConversationItem, ConversationPage } from '#shared/chats.ts'
import {
  emptyMessages,
  type MessagesAction,
  messagesFeed,
} from '../../../renderer/pages/chats/messages-feed.ts'

function item(atMs: number, statuses = 0): ConversationItem {
  return {
    from: 'server',
    place: { atMs, source: 1, id: atMs },
    messageUuid: `${atMs}`,
    content: null,
    statuses: Array.from({ length: statuses }, (_, index) => ({
      status: 'submitted',
      callbackSeq: index,
      receivedAtMs: atMs,
      delayMs: 0,
      error: null,
    })),
  }
}

function page(from: number, to: number, change: Partial<ConversationPage> = {}): ConversationPage {
  const items = Array.from({ length: to - from + 1 }, (_, index) => item(from + index))
  return { items, hasOlder: from > 1, hasNewer: false, ...change }
}

const feedOf = (...actions: readonly MessagesAction[]) => actions.reduce(messagesFeed, emptyMessages)
const newest = { kind: 'load', part: { kind: 'newest' } } as const
const loaded = (loadId: number, what: ConversationPage) => ({ kind: 'loaded', loadId, page: what }) as const
const refreshed = (what: ConversationPage, isAtEnd = true) =>
  ({ kind: 'refreshed', page: what, isAtEnd }) as const
const range = ({ items }: ReturnType<typeof feedOf>) => [items[0]?.place.atMs, items.at(-1)?.place.atMs]

describe('the messages of a conversation', () => {
  it('go on in both directions, a few hundred at a time', () => {
    const back = feedOf(newest, loaded(1, page(501, 700)), { kind: 'load-older' })
    expect(back.wanted).toEqual({ kind: 'before', place: { atMs: 501, source: 1, id: 501 } })
    const older = messagesFeed(back, loaded(2, page(301, 500, { hasNewer: true })))
    expect(range(older)).toEqual([301, 600])
    expect(older).toMatchObject({ hasOlder: true, hasNewer: true })
    const forth = messagesFeed(older, { kind: 'load-newer' })
    expect(forth.wanted).toEqual({ kind: 'behind', place: { atMs: 600, source: 1, id: 600 } })
    const newer = messagesFeed(forth, loaded(3, page(601, 700)))
    expect(range(newer)).toEqual([401, 700])
    expect(newer).toMatchObject({ hasOlder: true, hasNewer: false })
  })

  it('take in what is new at the end, and what has changed there', () => {
    const feed = feedOf(
      newest,
      loaded(1, page(1, 3)),
      refreshed({ ...page(2, 5), items: [item(2, 1), ...page(3, 5).items] }),
    )
    expect(range(feed)).toEqual([1, 5])
    expect(feed.items[1]).toMatchObject({ statuses: [{ status: 'submitted' }] })
  })

  it('lose what was deleted from the end', () => {
    const feed = feedOf(
      newest,
      loaded(1, page(1, 4)),
      refreshed({ ...page(1, 4), items: [item(1), item(4)] }),
    )
    expect(feed.items.map(({ place }) => place.atMs)).toEqual([1, 4])
  })

  it('leave a gap to be loaded when too much came at once, where nobody looks at the end', () => {
    const start = [newest, loaded(1, page(1, 3))] as const
    const away = feedOf(...start, refreshed(page(50, 60), false))
    expect(range(away)).toEqual([1, 3])
    expect(away.hasNewer).toBe(true)
    expect(range(feedOf(...start, refreshed(page(50, 60), true)))).toEqual([50, 60])
  })

  it('never change under somebody who reads earlier ones, however much comes', () => {
    const full = feedOf(newest, loaded(1, page(1, 300)))
    const away = messagesFeed(full, refreshed(page(250, 349), false))
    expect(range(away)).toEqual([1, 300])
    expect(away.hasNewer).toBe(true)
    expect(messagesFeed(away, refreshed(page(300, 399), false))).toBe(away)
    const atEnd = messagesFeed(full, refreshed(page(250, 349), true))
    expect(range(atEnd)).toEqual([50, 349])
    expect(atEnd).toMatchObject({ hasOlder: true, hasNewer: false })
  })

  it('leave aside the answer to an earlier load', () => {
    expect(feedOf(newest, newest, loaded(1, page(1, 3))).items).toEqual([])
  })
})
