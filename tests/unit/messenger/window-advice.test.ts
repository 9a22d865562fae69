import { describe, expect, it } from 'vitest'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'
import { tagsFor, windowAdvice } from '#shared/messenger/window-advice.ts'
import { windowWords } from '#shared/messenger/window-words.ts'

const LAST = Date.UTC(2026, 10, 20, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const at = (passedMs: number | null) =>
  messengerWindow(passedMs === null ? null : LAST, LAST + (passedMs ?? 0))

describe('windowAdvice', () => {
  it.each<[string, number | null, string | null, string | null, boolean]>([
    ['nothing known', null, null, null, true],
    ['plain, one millisecond before the end', DAY - 1, null, null, true],
    ['plain, at the end', DAY, null, null, false],
    ['response, at the end', DAY, 'response', null, false],
    ['update, at the end', DAY, 'update', 'ACCOUNT_UPDATE', false],
    ['a hyphen, at the end', DAY, 'message-tag', 'ACCOUNT_UPDATE', false],
    ['message_tag without tag', DAY, 'message_tag', null, false],
    ['message_tag with an empty tag', DAY, 'message_tag', '', false],
    ['a current tag', DAY, 'message_tag', 'ACCOUNT_UPDATE', true],
    ['a tag of one’s own', DAY, 'message_tag', 'MINE', true],
    ['HUMAN_AGENT before seven days', 7 * DAY - 1, 'message_tag', 'HUMAN_AGENT', true],
    ['HUMAN_AGENT at seven days', 7 * DAY, 'message_tag', 'HUMAN_AGENT', false],
    ['another tag after seven days', 8 * DAY, 'message_tag', 'POST_PURCHASE_UPDATE', true],
  ])('%s', (_name, passedMs, category, tag, fits) => {
    expect(windowAdvice(at(passedMs), { category, tag }).fits).toBe(fits)
  })
})

it('HUMAN_AGENT is offered for seven days', () => {
  const offers = (passedMs: number) => tagsFor(at(passedMs)).some(({ name }) => name === 'HUMAN_AGENT')
  expect([offers(0), offers(7 * DAY - 1), offers(7 * DAY)]).toEqual([true, true, false])
})

describe('windowWords', () => {
  it.each<[number | null, string, string, number]>([
    [null, 'unknown', 'has not written yet', 0],
    [0, 'open', '24 h 00 m left', 1],
    [DAY - 22 * HOUR - 4 * MINUTE, 'open', '22 h 04 m left', 0.9194],
    [DAY - HOUR, 'open', '1 h 00 m left', 0.0417],
    [DAY - HOUR + 1, 'ending', 'closes in 59 m 59 s', 0.0417],
    [DAY - 1, 'ending', 'closes in 0 s', 0],
    [DAY, 'closed', 'closed 0 s ago', 0],
    [DAY + 3 * HOUR, 'closed', 'closed 3 h 00 m ago', 0],
    [-5 * MINUTE, 'open', '24 h 05 m left', 1],
  ])('after %s ms: %s, %s', (passedMs, tone, text, share) => {
    const words = windowWords(at(passedMs), LAST + (passedMs ?? 0))
    expect(words).toMatchObject({ tone, text })
    expect(words.share).toBeCloseTo(share, 3)
  })
})
