import { describe, expect, it } from 'vitest'
import { durationWords } from '#shared/messenger/duration-words.ts'
import { timeLeft } from '#shared/messenger/time-left.ts'

const NOW_MS = 1_767_323_045_000

describe('durationWords', () => {
  it.each([
    [-5, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 m 00 s'],
    [842_000, '14 m 02 s'],
    [3_600_000, '1 h 00 m'],
    [86_400_000, '24 h 00 m'],
    [172_800_000, '2 d 00 h'],
    [270_000_000, '3 d 03 h'],
  ])('%i ms is %s', (ms, words) => expect(durationWords(ms)).toBe(words))
})

describe('timeLeft', () => {
  it.each([
    [null, NOW_MS + 842_000, 'good', '14 m 02 s left'],
    [NOW_MS, NOW_MS + 1000, 'good', '1 s left'],
    [null, NOW_MS, 'over', 'expired 0 s ago'],
    [null, NOW_MS - 11_100_000, 'over', 'expired 3 h 05 m ago'],
    [NOW_MS + 20_000, NOW_MS + 842_000, 'not-yet', 'begins in 20 s'],
    [NOW_MS + 20_000, NOW_MS - 1000, 'over', 'expired 1 s ago'],
    [null, null, 'unknown', 'no end can be told'],
  ])('from %s until %s is %s', (fromMs, untilMs, state, text) => {
    expect(timeLeft({ fromMs, untilMs }, NOW_MS)).toEqual({ state, text })
  })
})
