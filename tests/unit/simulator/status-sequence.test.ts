import { expect, it } from 'vitest'
import { statusSteps, USUAL_DELAYS } from '#electron/simulator/status-sequence.ts'

const steps = (isKnownPerson: boolean) =>
  statusSteps(isKnownPerson, USUAL_DELAYS, () => 'trace').map(({ status, afterMs }) => [status, afterMs])

it('a person of the Page gets and reads a message', () => {
  expect(steps(true)).toEqual([
    ['submitted', 150],
    ['delivered', 600],
    ['read', 1500],
  ])
})

it('a message to a stranger is rejected after it was accepted', () => {
  expect(steps(false)).toEqual([
    ['submitted', 150],
    ['rejected', 600],
  ])
})
