import { expect, it } from 'vitest'
import { createThrottle } from '#electron/forward/throttle.ts'
import { createFakeClock } from '../../support/fake-clock.ts'

it('runs at once, then once per interval, and never misses the last call', async () => {
  const { clock, pass, timerCount } = createFakeClock()
  let runs = 0
  const throttle = createThrottle(clock, 250, () => {
    runs += 1
  })
  for (let index = 0; index < 100; index += 1) throttle.call()
  expect(runs).toBe(1)
  await pass(250)
  expect(runs).toBe(2)
  await pass(1_000)
  expect(runs).toBe(2)
  throttle.call()
  expect(runs).toBe(3)
  throttle.dispose()
  expect(timerCount()).toBe(0)
})
