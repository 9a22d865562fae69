import { expect, test } from 'vitest'
import { createDerivePace } from '#electron/store/derive-pace.ts'

/** The steps of a second in which so many come in; each looks at the clock after its pause. */
function stepsAt(perSecond: number, waiting: number) {
  let nowMs = 0
  const newestSeq = () => (perSecond * nowMs) / 1_000
  const pace = createDerivePace({ newestSeq, nowMs: () => nowMs })
  nowMs = 100
  const steps = [pace.next(waiting)]
  for (; nowMs < 1_000; steps.push(pace.next(waiting))) nowMs += 50
  return steps
}

test.each([
  ['a few', 50, 3, { limit: 200, pauseMs: 0 }],
  ['many that come within a moment', 500, 20, { limit: 200, pauseMs: 40 }],
  ['many, with a backlog', 500, 5_000, { limit: 200, pauseMs: 0 }],
  ['a flood that has gone on for long', 20_000, 300_000, { limit: 200, pauseMs: 0 }],
] as const)('%s: how many are derived, and how long it rests', (_, perSecond, waiting, step) => {
  for (const one of stepsAt(perSecond, waiting)) expect(one).toEqual(step)
})

test.each([
  [2_100, 18],
  [4_000, 9],
  [10_000, 3],
  [20_000, 1],
  [60_000, 1],
])('a flood of %i a second leaves the processor to the capture: %i bites in a second', (perSecond, bites) => {
  const steps = stepsAt(perSecond, 5_000)
  expect(steps.filter(({ limit }) => limit === 25)).toHaveLength(bites)
  expect(steps.filter(({ limit }) => limit === 0)).toHaveLength(steps.length - bites)
  expect(new Set(steps.map(({ pauseMs }) => pauseMs))).toEqual(new Set([50]))
})

test('a flood is seen as soon as there are many', () => {
  let [nowMs, seq] = [0, 0]
  const pace = createDerivePace({ newestSeq: () => seq, nowMs: () => nowMs })
  nowMs = 10
  seq = 199
  expect(pace.next(199)).toEqual({ limit: 200, pauseMs: 0 })
  seq = 200
  expect(pace.next(200)).toEqual({ limit: 0, pauseMs: 50 })
})

test('the end of a flood is seen at the next look', () => {
  let [nowMs, seq] = [0, 0]
  const pace = createDerivePace({ newestSeq: () => seq, nowMs: () => nowMs })
  nowMs = 100
  seq = 4_000
  expect(pace.next(4_000)).toEqual({ limit: 0, pauseMs: 50 })
  nowMs = 200
  expect(pace.next(4_000)).toEqual({ limit: 200, pauseMs: 0 })
})
