import { expect, it } from 'vitest'
import { statusSteps, USUAL_DELAYS } from '#electron/simulator/status-sequence.ts'
import type { StatusSequence } from '#shared/simulator.ts'

const stepsOf = (sequence: StatusSequence, rejection: number | null = null) =>
  statusSteps({ sequence, rejection, delays: USUAL_DELAYS, newInstance: () => 'trace' })

/** What is told when, in order, and (third) when it happened. */
const told = (sequence: StatusSequence, rejection: number | null = null) =>
  stepsOf(sequence, rejection)
    .flatMap(({ status, happensAfterMs, toldAfterMs }) =>
      toldAfterMs.map((afterMs) => [afterMs, status, happensAfterMs] as const),
    )
    .toSorted(([one], [other]) => one - other)

it.each<[StatusSequence, ReturnType<typeof told>]>([
  [
    { kind: 'normal' },
    [
      [150, 'submitted', 150],
      [600, 'delivered', 600],
      [1500, 'read', 1500],
    ],
  ],
  [
    { kind: 'rejected', code: 1021 },
    [
      [150, 'submitted', 150],
      [600, 'rejected', 600],
    ],
  ],
  [
    { kind: 'undeliverable', code: 1260 },
    [
      [150, 'submitted', 150],
      [600, 'undeliverable', 600],
    ],
  ],
  [
    { kind: 'out-of-order' },
    [
      [1500, 'read', 1500],
      [2400, 'delivered', 600],
      [2850, 'submitted', 150],
    ],
  ],
  [
    { kind: 'duplicated' },
    [
      [150, 'submitted', 150],
      [170, 'submitted', 150],
      [600, 'delivered', 600],
      [620, 'delivered', 600],
      [1500, 'read', 1500],
      [1520, 'read', 1500],
    ],
  ],
  [
    { kind: 'delayed', delayMs: 10_000 },
    [
      [10_150, 'submitted', 150],
      [10_600, 'delivered', 600],
      [11_500, 'read', 1500],
    ],
  ],
  [{ kind: 'missing' }, []],
])('$kind', (sequence, expected) => {
  expect(told(sequence)).toEqual(expected)
})

it.each<[StatusSequence, number, object]>([
  [
    { kind: 'rejected', code: 1021 },
    1021,
    { reason: 'Invalid tag', explanation: 'The tag value is invalid.' },
  ],
  [{ kind: 'undeliverable', code: 1300 }, 1300, { reason: 'Not part of the provider network' }],
  [{ kind: 'rejected', code: 7777 }, 7777, { reason: 'Unknown' }],
])('a message that fails carries its code with the documented words: %o', (sequence, code, words) => {
  expect(stepsOf(sequence).at(-1)?.error).toMatchObject({ code, ...words, instance: 'trace' })
})

it('a rule of the sandbox wins over the wanted sequence, but not over silence', () => {
  for (const kind of ['normal', 'out-of-order', 'duplicated'] as const) {
    const rejected = stepsOf({ kind }, 1340).find(({ status }) => status === 'rejected')
    expect(rejected?.error).toMatchObject({ code: 1340, reason: 'Outside of the allowed window' })
  }
  expect(stepsOf({ kind: 'undeliverable', code: 1000 }, 1160).map(({ status }) => status)).toEqual([
    'submitted',
    'rejected',
  ])
  expect(stepsOf({ kind: 'missing' }, 1340)).toEqual([])
})
