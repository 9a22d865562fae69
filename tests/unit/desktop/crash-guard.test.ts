import { describe, expect, it } from 'vitest'
import { createCrashGuard } from '#electron/desktop/crash-guard.ts'

function verdictsAt(...timesMs: number[]): string[] {
  let now = 0
  const guard = createCrashGuard(() => now)
  return timesMs.map((time) => {
    now = time
    return guard.crashed()
  })
}

describe('a page that crashes', () => {
  it('is loaded again twice, then not', () => {
    expect(verdictsAt(0, 10_000, 59_999)).toEqual(['reload', 'reload', 'give-up'])
  })

  it('is loaded again for ever where it lives a while in between', () => {
    expect(verdictsAt(0, 30_000, 60_000, 90_000, 120_000)).toEqual(Array(5).fill('reload'))
  })

  it('starts afresh once somebody asked for another try', () => {
    expect(verdictsAt(0, 1, 2, 3, 4, 5)).toEqual([
      'reload',
      'reload',
      'give-up',
      'reload',
      'reload',
      'give-up',
    ])
  })
})
