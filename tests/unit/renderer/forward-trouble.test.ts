import { describe, expect, it } from 'vitest'
import { firstTrouble, nextTrouble, troubleWords } from '../../../renderer/shell/forward-trouble.ts'

type Numbers = readonly [forwarded: number, failed: number, refused?: number]

/** Whether forwarding is in trouble after these numbers, one after the other. */
function troubleAfter(...numbers: readonly Numbers[]): boolean {
  const all = numbers.map(([forwarded, failed, refused = 0]) => ({ forwarded, failed, refused }))
  const [first = { forwarded: 0, failed: 0, refused: 0 }, ...rest] = all
  return rest.reduce(nextTrouble, firstTrouble(first)).isInTrouble
}

describe('trouble with forwarding', () => {
  it.each([
    ['none at first', [[0, 0]], false],
    ['when all there was has failed', [[0, 2]], true],
    ['not for failures that others came after', [[9, 2]], false],
    [
      'from a failure on',
      [
        [9, 2],
        [9, 3],
      ],
      true,
    ],
    [
      'also when others got through at the same moment',
      [
        [9, 2],
        [12, 3],
      ],
      true,
    ],
    [
      'until one gets through',
      [
        [9, 2],
        [9, 3],
        [10, 3],
      ],
      false,
    ],
    [
      'from a refusal on',
      [
        [9, 0, 0],
        [9, 0, 1],
      ],
      true,
    ],
    [
      'not over when a refusal follows a failure',
      [
        [9, 1, 0],
        [9, 1, 1],
      ],
      true,
    ],
    [
      'unchanged by the same numbers again',
      [
        [9, 2],
        [9, 3],
        [9, 3],
      ],
      true,
    ],
  ] as const)('%s', (_, numbers, isInTrouble) => {
    expect(troubleAfter(...numbers)).toBe(isInTrouble)
  })
})

describe('what is wrong with forwarding', () => {
  it.each([
    [{ count: 3, refused: 0, failed: 3, refusedWith: null }, 'Forwarding fails:'],
    [{ count: 1, refused: 1, failed: 0, refusedWith: 404 }, 'Callback refused with 404:'],
    [{ count: 20, refused: 3, failed: 0, refusedWith: 500 }, '3 of the last 20 refused with 500:'],
    [{ count: 9, refused: 3, failed: 2, refusedWith: 500 }, '5 of the last 9 not taken:'],
  ] as const)('of %o: %s', (recent, words) => {
    expect(troubleWords(recent)).toBe(words)
  })
})
