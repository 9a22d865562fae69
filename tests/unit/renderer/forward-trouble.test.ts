import { describe, expect, it } from 'vitest'
import { firstTrouble, nextTrouble } from '../../../renderer/shell/forward-trouble.ts'

/** Whether forwarding is in trouble after these numbers of forwarded and failed, one after the other. */
function troubleAfter(...numbers: readonly (readonly [number, number])[]): boolean {
  const all = numbers.map(([forwarded, failed]) => ({ forwarded, failed }))
  const [first = { forwarded: 0, failed: 0 }, ...rest] = all
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
