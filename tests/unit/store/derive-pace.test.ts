import { expect, test } from 'vitest'
import { createDerivePace } from '#electron/store/derive-pace.ts'

/** What comes next after a tenth of a second in which so many a second came in. */
function stepAt(perSecond: number, waiting: number) {
  let [nowMs, seq] = [0, 0]
  const pace = createDerivePace({ newestSeq: () => seq, nowMs: () => nowMs })
  nowMs = 100
  seq = perSecond / 10
  return pace.next(waiting)
}

test.each([
  ['a few', 50, 3, { limit: 200, pauseMs: 0 }],
  ['many that come within a moment', 500, 20, { limit: 200, pauseMs: 40 }],
  ['many, with a backlog', 500, 5_000, { limit: 200, pauseMs: 0 }],
  ['a flood', 20_000, 5_000, { limit: 25, pauseMs: 50 }],
  ['a flood that has gone on for long', 20_000, 300_000, { limit: 200, pauseMs: 0 }],
] as const)('%s: how many are derived, and how long it rests', (_, perSecond, waiting, step) => {
  expect(stepAt(perSecond, waiting)).toEqual(step)
})
