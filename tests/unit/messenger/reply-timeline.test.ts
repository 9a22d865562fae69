import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MISSING_AFTER_MS, replyTimeline } from '#shared/messenger/reply-timeline.ts'
import type { StatusStep } from '#shared/reply.ts'

const step = (status: string, index = 0): StatusStep => ({
  status,
  callbackSeq: index + 1,
  receivedAtMs: 1_000 + index,
  delayMs: 1_000 + index,
  error: null,
})
const timeline = (statuses: readonly string[], nowMs = 0) => replyTimeline(statuses.map(step), 0, nowMs)

describe('replyTimeline', () => {
  it.each([
    [['submitted', 'delivered', 'read'], [[], [], []], 'read'],
    [['delivered', 'submitted'], [[], ['out-of-order']], 'delivered'],
    [['submitted', 'submitted'], [[], ['repeated']], 'submitted'],
    [['read', 'delivered', 'delivered'], [[], ['out-of-order'], ['repeated', 'out-of-order']], 'read'],
    [['submitted', 'rejected'], [[], []], 'rejected'],
    [['submitted', 'seen'], [[], ['unknown-status']], 'submitted'],
    [[], [], null],
  ])('%j', (statuses, marks, current) => {
    const result = timeline(statuses)
    expect(result.steps.map((one) => one.marks)).toEqual(marks)
    expect(result.current).toBe(current)
  })

  it.each([
    [[], MISSING_AFTER_MS, []],
    [[], MISSING_AFTER_MS + 1, ['submitted', 'delivered']],
    [['submitted'], MISSING_AFTER_MS + 1, ['delivered']],
    [['submitted', 'delivered'], MISSING_AFTER_MS + 1, []],
    [['read'], MISSING_AFTER_MS + 1, ['delivered']],
    [['rejected'], MISSING_AFTER_MS + 1, []],
    [['undeliverable'], MISSING_AFTER_MS + 1, []],
  ])('%j after %d ms misses %j', (statuses, nowMs, missing) => {
    expect(timeline(statuses, nowMs).missing).toEqual(missing)
  })

  it('keeps every status in order of arrival, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (statuses) => {
        expect(timeline(statuses).steps.map(({ status }) => status)).toEqual(statuses)
      }),
    )
  })
})
