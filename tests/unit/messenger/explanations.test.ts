import { describe, expect, it } from 'vitest'
import { explainStatusCode } from '#shared/messenger/explain-status-code.ts'
import { CURRENT_TAGS, retiredTags, standingOfTag } from '#shared/messenger/message-tags.ts'
import { fitRetry, retryOffsetsS } from '#shared/messenger/retry-schedule.ts'

describe('explainStatusCode', () => {
  it.each([
    ['1340', /24-hour window/],
    ['1300', /not a Messenger user/],
    ['1370', /has expired/],
    ['1021', /tag/],
    ['https://developer.vonage.com/api-errors/messages#1340', /24-hour window/],
  ])('%s', (code, meaning) => {
    expect(explainStatusCode(code)?.meaning).toMatch(meaning)
  })

  it.each(['9999', '', 'constructor', 'Rejected'])('"%s" is not listed', (code) => {
    expect(explainStatusCode(code)).toBeNull()
  })
})

describe('message tags', () => {
  it.each(CURRENT_TAGS.map(({ name }) => name))('%s is current', (name) => {
    expect(standingOfTag(name)).toBe('current')
  })
  it.each(retiredTags)('%s is retired', (name) => {
    expect(standingOfTag(name)).toBe('retired')
  })
  it.each(['MY_TAG', '', 'human_agent'])('"%s" is unknown', (name) => {
    expect(standingOfTag(name)).toBe('unknown')
  })
})

describe('the retry schedule', () => {
  it('doubles from 5 s to 640 s and goes on every 900 s for a day', () => {
    expect(retryOffsetsS.slice(0, 9)).toEqual([5, 15, 35, 75, 155, 315, 635, 1275, 2175])
    expect(retryOffsetsS.at(-1)).toBeLessThanOrEqual(86_400)
    expect((retryOffsetsS.at(-1) ?? 0) + 900).toBeGreaterThan(86_400)
  })

  it.each([
    [5, 5, true],
    [15.5, 10.5, true],
    [37, 22, true],
    [5_000, 20, true],
    [60_075, 60_075, true],
    [25, 25, false],
    [1, 1, false],
  ])('+%d s (%d s after the one before) fits: %s', (offsetS, sincePreviousS, fits) => {
    expect(fitRetry(offsetS, sincePreviousS).fits).toBe(fits)
  })
})
