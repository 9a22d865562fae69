import { describe, expect, it } from 'vitest'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'

const LAST = Date.UTC(2026, 10, 20, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('messengerWindow', () => {
  it('is unknown before the person has written', () => {
    expect(messengerWindow(null, LAST)).toEqual({ state: 'unknown' })
  })

  it.each([
    ['at once', 0, { state: 'open', closesAtMs: LAST + DAY, leftMs: DAY }],
    ['one millisecond before the end', DAY - 1, { state: 'open', closesAtMs: LAST + DAY, leftMs: 1 }],
    ['at the end', DAY, { state: 'closed', closedAtMs: LAST + DAY, humanAgentUntilMs: LAST + 7 * DAY }],
    [
      'before seven days',
      7 * DAY - 1,
      { state: 'closed', closedAtMs: LAST + DAY, humanAgentUntilMs: LAST + 7 * DAY },
    ],
    ['after seven days', 7 * DAY, { state: 'closed', closedAtMs: LAST + DAY, humanAgentUntilMs: null }],
  ])('%s', (_name, passedMs, expected) => {
    expect(messengerWindow(LAST, LAST + passedMs)).toEqual(expected)
  })
})
