import { expect, test } from 'vitest'
import { createRetentionPolicy } from '#electron/retention/retention.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { defaultRetention, type Pruned, type RetentionLimits } from '#shared/retention.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { turns } from '../../support/turn.ts'

const MINUTE = 60_000

/** A policy over a store that only counts. */
function policyOver(stored: { callbacks: number; bytes: number }) {
  const { clock, pass, timerCount } = createFakeClock()
  const asked: RetentionLimits[] = []
  const waiting: PromiseWithResolvers<number>[] = []
  const state = { limits: defaultRetention, lastPruned: null as Pruned | null, troubles: 0 }
  const policy = createRetentionPolicy({
    clock,
    limits: () => state.limits,
    stored: () => stored,
    prune(limits) {
      asked.push(limits)
      const answer = Promise.withResolvers<number>()
      waiting.push(answer)
      return answer.promise
    },
    lastPruned: () => state.lastPruned,
    onPruned: (pruned) => {
      state.lastPruned = pruned
    },
    onTrouble: () => {
      state.troubles += 1
    },
  })
  const answer = async (count: number) => {
    waiting.shift()?.resolve(count)
    await turns(2)
  }
  const fail = async (error: Error) => {
    waiting.shift()?.reject(error)
    await turns(2)
  }
  return { policy, pass, timerCount, asked, state, answer, fail, nowMs: clock.nowMs }
}

test('it looks at the start and every five minutes, one removal at a time', async () => {
  const { policy, pass, asked, answer } = policyOver({ callbacks: 10, bytes: 10 })
  policy.start()
  expect(asked).toHaveLength(1)
  await pass(20 * MINUTE)
  expect(asked).toHaveLength(1)
  await answer(0)
  await pass(4 * MINUTE)
  expect(asked).toHaveLength(1)
  await pass(2 * MINUTE)
  expect(asked).toHaveLength(2)
})

test.each([
  ['a little over', { callbacks: 109_000, bytes: 0 }, 1],
  ['many too many', { callbacks: 111_000, bytes: 0 }, 2],
  ['much too large', { callbacks: 1, bytes: 1.2 * 1_024 ** 3 }, 2],
])('%s the limit, it looks within seconds: %j', async (_name, stored, looks) => {
  const { policy, pass, asked, answer } = policyOver(stored)
  policy.start()
  await answer(0)
  await pass(10_000)
  expect(asked).toHaveLength(looks)
})

test('new limits count at once, also while a removal under the old ones is under way', async () => {
  const { policy, asked, answer, state } = policyOver({ callbacks: 10, bytes: 10 })
  policy.start()
  state.limits = { maxCallbacks: 1, maxAgeMs: null, maxBytes: null }
  const done = policy.look()
  await answer(3)
  expect(asked.at(-1)).toEqual(state.limits)
  await answer(9)
  await done
  expect(policy.view()).toMatchObject({ limits: state.limits, lastPruned: { count: 9 }, trouble: null })
})

test('what goes wrong is said until it goes well again', async () => {
  const { policy, pass, fail, answer, state } = policyOver({ callbacks: 10, bytes: 10 })
  policy.start()
  await fail(new WorkbenchError({ code: 'STORE_FAILED', what: 'No.', why: 'Full.', fix: 'Make room.' }))
  expect(policy.view().trouble).toMatchObject({ code: 'STORE_FAILED', why: 'Full.' })
  await pass(6 * MINUTE)
  await answer(0)
  expect(policy.view().trouble).toBeNull()
  expect(state.troubles).toBe(2)
})

test('after the end nothing is told and nothing waits', async () => {
  const { policy, answer, state, timerCount } = policyOver({ callbacks: 10, bytes: 10 })
  policy.start()
  policy.dispose()
  await answer(5)
  expect([state.lastPruned, timerCount()]).toEqual([null, 0])
})
