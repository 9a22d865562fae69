import { describe, expect, it } from 'vitest'
import type { ChatBubble } from '#shared/simulator.ts'
import {
  contentText,
  previewText,
  progressSteps,
  troubleMeaning,
} from '../../../renderer/pages/simulate/bubble-words.ts'
import { type ChatAction, chatFeed, emptyChat } from '../../../renderer/pages/simulate/chat-feed.ts'
import { chatItems, dayWords } from '../../../renderer/pages/simulate/chat-items.ts'

const NOON = new Date(2026, 4, 20, 12).getTime()
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

function bubbleOf(id: string, change: Partial<ChatBubble> = {}): ChatBubble {
  const content = { type: 'text', text: id } as const
  return { id, atMs: NOON, psid: '1', from: 'person', messageUuid: id, content, progress: [], ...change }
}

const step = (word: string, isTrouble = false) => ({ atMs: NOON, word, isTrouble })
const chatAfter = (actions: readonly ChatAction[]) => actions.reduce(chatFeed, emptyChat)

describe('the chat', () => {
  it('keeps what arrives while it is loaded', () => {
    const feed = chatAfter([
      { kind: 'reset' },
      { kind: 'bubble', bubble: bubbleOf('b', { progress: [step('submitted'), step('delivered')] }) },
      { kind: 'bubble', bubble: bubbleOf('c') },
      { kind: 'loaded', bubbles: [bubbleOf('a'), bubbleOf('b', { progress: [step('submitted')] })] },
    ])
    expect(feed.bubbles.map(({ id, progress }) => [id, progress.length])).toEqual([
      ['a', 0],
      ['b', 2],
      ['c', 0],
    ])
  })

  it('takes a bubble with more progress in its place, and none with less', () => {
    const read = bubbleOf('a', { progress: [step('submitted'), step('read')] })
    const feed = chatAfter([
      { kind: 'loaded', bubbles: [bubbleOf('a'), bubbleOf('b')] },
      { kind: 'bubble', bubble: read },
      { kind: 'bubble', bubble: bubbleOf('a', { progress: [step('submitted')] }) },
    ])
    expect(feed.bubbles).toEqual([read, bubbleOf('b')])
  })

  it('shows the old bubbles until those of a reset are there, and then only those', () => {
    const loading = chatAfter([{ kind: 'loaded', bubbles: [bubbleOf('a')] }, { kind: 'reset' }])
    expect(loading).toMatchObject({ isLoaded: false, bubbles: [{ id: 'a' }] })
    expect(chatFeed(loading, { kind: 'loaded', bubbles: [] })).toMatchObject({ isLoaded: true, bubbles: [] })
  })
})

describe('a conversation', () => {
  it('says the day where one begins, and who wrote where that changes or time has passed', () => {
    const items = chatItems([
      bubbleOf('a'),
      bubbleOf('b', { atMs: NOON + MINUTE }),
      bubbleOf('c', { atMs: NOON + 2 * MINUTE, from: 'server' }),
      bubbleOf('d', { atMs: NOON + 20 * MINUTE, from: 'server' }),
      bubbleOf('e', { atMs: NOON + DAY, from: 'server' }),
    ])
    expect(items.map((item) => (item.kind === 'day' ? 'day' : [item.key, item.isFirst]))).toEqual([
      'day',
      ['a', true],
      ['b', false],
      ['c', true],
      ['d', true],
      'day',
      ['e', true],
    ])
  })

  it('has nothing to show of nobody', () => expect(chatItems([])).toEqual([]))

  it.each([
    [NOON, 'Today'],
    [NOON - DAY, 'Yesterday'],
    [NOON - 2 * DAY, 'Monday 18 May 2026'],
    [NOON - 365 * DAY, 'Tuesday 20 May 2025'],
  ])('%d is %s', (atMs, words) => expect(dayWords(atMs, NOON).replace(',', '')).toBe(words))
})

describe('a bubble', () => {
  it.each([
    [{ type: 'text', text: 'Hello' }, 'person', 'Hello'],
    [{ type: 'text', text: 'Hello' }, 'server', 'Page: Hello'],
    [{ type: 'image', url: 'https://e.example/a.jpg' }, 'person', 'Image https://e.example/a.jpg'],
    [{ type: 'unsupported' }, 'person', 'Unsupported'],
    [{ type: 'custom', json: '{"a":1}' }, 'server', 'Page: Custom {"a":1}'],
  ] as const)('%o of the %s reads %s', (content, from, words) => {
    expect(previewText(bubbleOf('a', { content, from }))).toBe(words)
  })

  it('cuts a preview short, but not the text itself', () => {
    const bubble = bubbleOf('a', { content: { type: 'text', text: 'x'.repeat(20_000) } })
    expect(previewText(bubble)).toHaveLength(200)
    expect(contentText(bubble.content)).toHaveLength(20_000)
  })

  it.each([
    ['answered 200', false, 'one'],
    ['answered 500', true, 'trouble'],
    ['My server answered 204', false, 'one'],
    ['submitted', false, 'one'],
    ['delivered', false, 'two'],
    ['read', false, 'seen'],
    ['rejected 1340', true, 'trouble'],
    ['read, answered 200 at attempt 2', false, 'seen'],
    ['accepted', false, 'none'],
  ])('%s gets its tick', (word, isTrouble, tick) => {
    expect(progressSteps({ progress: [step(word, isTrouble)] })[0]?.tick).toBe(tick)
  })

  it('has keys for equal steps', () => {
    const steps = progressSteps({ progress: [step('read'), step('read')] })
    expect(new Set(steps.map(({ key }) => key)).size).toBe(2)
  })

  it.each([
    [[step('submitted'), step('rejected 1340', true)], 'Outside the 24-hour window.'],
    [[step('answered 1340')], null],
    [[step('rejected 1999', true)], null],
    [[step('refused 500', true)], null],
    [[], null],
  ])('explains the code of %o', (progress, meaning) => {
    expect(troubleMeaning({ progress })).toBe(meaning)
  })
})
