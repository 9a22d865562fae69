import { expect, it } from 'vitest'
import { createRetryClock } from '#electron/simulator/retry-clock.ts'
import { createRetryQueue, type Retry } from '#electron/simulator/retry-queue.ts'
import { createFakeClock } from '../../support/fake-clock.ts'

function queue() {
  const { clock: real, pass, timerCount } = createFakeClock()
  const clock = createRetryClock(real)
  const lost: string[] = []
  const ran: string[] = []
  const made = createRetryQueue({
    ...{ real, clock },
    onChange: () => undefined,
    onOverflow: ({ due }) => lost.push(due.id),
    onError: (error) => {
      throw error
    },
  })
  const startMs = clock.nowMs()
  const add = (id: string, afterMs: number, run?: Retry['run']) =>
    made.add({
      due: {
        ...{ id, kind: 'status', type: 'read', messageUuid: id, attempt: 2, because: 'Answered 500.' },
        dueAtMs: startMs + afterMs,
      },
      run: async () => {
        ran.push(id)
        await run?.()
      },
    })
  return { ...made, clock, pass, timerCount, lost, ran, add }
}

it('runs what is due, soonest first, whatever the order it came in', async () => {
  const { add, ran, pass } = queue()
  add('c', 3_000)
  add('a', 1_000)
  add('b', 1_000)
  await pass(999)
  expect(ran).toEqual([])
  await pass(1)
  expect(ran).toEqual(['a', 'b'])
  await pass(2_000)
  expect(ran).toEqual(['a', 'b', 'c'])
})

it('holds a thousand, shows two hundred, and gives up what would have been next', () => {
  const { add, lost, view } = queue()
  for (let at = 0; at < 1_001; at += 1) add(String(at), 60_000 + at)
  expect(lost).toEqual(['0'])
  expect(view()).toMatchObject({ dueCount: 1_000 })
  expect(view().due).toHaveLength(200)
})

it('has no more than 32 on their way', async () => {
  const { add, ran, pass } = queue()
  const ends: (() => void)[] = []
  for (let at = 0; at < 40; at += 1)
    add(String(at), 10, () => new Promise<void>((resolve) => ends.push(resolve)))
  await pass(10)
  expect(ran).toHaveLength(32)
  ends[0]?.()
  await pass(0)
  expect(ran).toHaveLength(33)
})

it('leaves no timer behind', async () => {
  const { add, dispose, timerCount, ran, pass } = queue()
  add('a', 1_000)
  expect(timerCount()).toBe(1)
  dispose()
  expect(timerCount()).toBe(0)
  await pass(10_000)
  expect(ran).toEqual([])
})
