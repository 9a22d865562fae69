import { expect, test } from 'vitest'
import { createWakeWatch } from '#electron/tunnel/wake-watch.ts'
import { createFakeClock } from '../../support/fake-clock.ts'

function watched() {
  const { clock, pass, sleep, timerCount } = createFakeClock()
  const told: string[] = []
  let network = 'home'
  const watch = createWakeWatch({
    clock,
    network: () => network,
    onResumed: (gapMs) => told.push(`asleep for ${Math.round(gapMs / 1000)} s`),
    onNetworkChange: () => told.push(`at ${network}`),
  })
  const goTo = (place: string) => {
    network = place
  }
  return { watch, pass, sleep, told, goTo, timerCount }
}

test('a timer that comes more than 10 seconds late was sleep', async () => {
  const { pass, sleep, told } = watched()
  await pass(60_000)
  sleep(9_000)
  await pass(4_000)
  expect(told).toEqual([])
  sleep(722_000)
  await pass(60_000)
  expect(told).toEqual(['asleep for 720 s'])
})

test('other addresses are another network, told once', async () => {
  const { pass, told, goTo } = watched()
  await pass(10_000)
  goTo('office')
  await pass(60_000)
  expect(told).toEqual(['at office'])
})

test('waking up elsewhere is told as sleep only: both mean the same test', async () => {
  const { pass, sleep, told, goTo, watch, timerCount } = watched()
  goTo('office')
  sleep(62_000)
  await pass(60_000)
  expect(told).toEqual(['asleep for 60 s'])
  watch.dispose()
  expect(timerCount()).toBe(0)
})
