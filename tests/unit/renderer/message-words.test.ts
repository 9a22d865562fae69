import { describe, expect, it } from 'vitest'
import type { Conversation, ConversationItem } from '#shared/chats.ts'
import type { ReplyContent, StatusStep } from '#shared/reply.ts'
import { logEntries } from '../../../renderer/pages/chats/log-entries.ts'
import { lastWords, saidOf, statusWords } from '../../../renderer/pages/chats/message-words.ts'
import { acceptedReply } from '../../support/open-store.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import { rowOf } from './rows.ts'

const DAY_MS = 24 * 3_600_000
const place = { atMs: 1_000, source: 0, id: 1 }
const person = (change: object = {}): ConversationItem => ({
  from: 'person',
  place,
  row: rowOf({ seq: 1 }),
  content: { type: 'text', text: 'hi' },
  isCut: false,
  ...change,
})
const here = (content: ReplyContent, bodyText: string | null = null): ConversationItem => ({
  from: 'here',
  place,
  reply: { ...acceptedReply('m', { draft: replyDraft({ content, bodyText }) }), statuses: [] },
})
const server: ConversationItem = { from: 'server', place, messageUuid: 'm', statuses: [], content: null }

describe('what a message says', () => {
  it.each([
    [person(), { label: null, text: 'hi', look: 'plain' }],
    [
      person({ content: { type: 'image', url: 'https://a/b' } }),
      { label: 'Image', text: 'https://a/b', look: 'code' },
    ],
    [person({ content: { type: 'unknown', name: 'reel' } }), { label: 'reel', look: 'note' }],
    [here({ type: 'text', text: 'yes' }), { label: null, text: 'yes', look: 'plain' }],
    [here({ type: 'custom', custom: { a: 1 } }), { label: 'JSON', text: '{\n  "a": 1\n}', look: 'code' }],
    [
      here({ type: 'text', text: 'yes' }, '{"by":"hand"}'),
      { label: 'JSON edited by hand', text: '{}', look: 'code' },
    ],
    [server, { look: 'note' }],
    [{ ...server, content: { type: 'text', text: 'known' } } as const, { text: 'known', look: 'plain' }],
  ])('%#', (item, said) => {
    expect(saidOf(item)).toMatchObject(said)
  })
})

describe('a status', () => {
  const step = (status: string, code: string | null = null): StatusStep => ({
    status,
    callbackSeq: 1,
    receivedAtMs: 0,
    delayMs: 0,
    error: code === null ? null : { code, reason: null },
  })
  it.each([
    [step('submitted'), { tick: 'one', word: 'submitted' }],
    [step('delivered'), { tick: 'two', word: 'delivered' }],
    [step('read'), { tick: 'seen', word: 'read' }],
    [step('rejected', '1340'), { tick: 'trouble', word: 'rejected 1340' }],
    [step('undeliverable'), { tick: 'trouble', word: 'undeliverable' }],
    [step('something-new'), { tick: null, word: 'something-new' }],
  ])('%#', (one, words) => {
    expect(statusWords(one)).toEqual(words)
  })
})

describe('the last message in one line', () => {
  const last = (from: Conversation['last']['from'], type: string, summary: string): Conversation => ({
    ...{ psid: 'a', pageId: 'p', unread: 0, lastInboundAtMs: null, messages: { person: 0, page: 0 } },
    last: { atMs: 0, from, type, summary },
  })
  it.each([
    [last('person', 'text', 'hi'), 'hi'],
    [last('person', 'image', 'https://a/b'), 'image https://a/b'],
    [last('here', 'accepted', 'yes'), 'You: yes'],
    [last('here', 'refused', 'yes'), 'You: yes (refused)'],
    [last('server', 'read', ''), 'Your server’s message: read'],
  ])('%#', (conversation, words) => {
    expect(lastWords(conversation)).toBe(words)
  })
})

describe('the log', () => {
  const at = (atMs: number, id: number) => person({ place: { atMs, source: 0, id } })
  it('has a line where a day begins, and says who wrote after a pause or a change of sides', () => {
    const noon = new Date(2026, 1, 1, 12).getTime()
    const entries = logEntries([
      at(noon, 1),
      at(noon + 1_000, 2),
      at(noon + 10 * 60_000, 3),
      { ...server, place: { atMs: noon + 10 * 60_000, source: 1, id: 4 } },
      at(noon + DAY_MS, 5),
    ])
    expect(entries.map((entry) => (entry.kind === 'day' ? 'day' : entry.isFirst))).toEqual([
      ...['day', true, false, true, true],
      ...['day', true],
    ])
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
  })
})
