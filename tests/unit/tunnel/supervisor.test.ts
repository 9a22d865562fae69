import { expect, test } from 'vitest'
import type { Driver, LinkEvents } from '#electron/tunnel/driver.ts'
import type { SelfTestResult } from '#electron/tunnel/self-test.ts'
import { createSupervisor } from '#electron/tunnel/supervisor.ts'
import type { TunnelFailure } from '#shared/tunnel/tunnel-failure.ts'
import type { TunnelState } from '#shared/tunnel.ts'
import { createFakeClock } from '../../support/fake-clock.ts'

const URL_A = 'https://a.example'
const refused = (serviceCode: string): TunnelFailure => ({ kind: 'refused', serviceCode, message: 'No.' })
const NOT_BACK: SelfTestResult = { ok: false, failure: { kind: 'unreachable' } }
const BACK: SelfTestResult = { ok: true, latencyMs: 40 }

/** A supervisor over links that do what the test says. */
function supervised() {
  const { clock, pass, timerCount } = createFakeClock()
  const states: TunnelState[] = []
  const links: { readonly events: LinkEvents; readonly formerUrl: string | null; closed: boolean }[] = []
  const answers = { result: BACK as SelfTestResult, count: 0 }
  const driver: Driver = {
    open(events, formerUrl) {
      const link = { events, formerUrl, closed: false }
      links.push(link)
      return {
        close: async () => {
          link.closed = true
        },
      }
    },
  }
  const supervisor = createSupervisor({
    clock,
    random: () => 0,
    selfTest: {
      run: async () => {
        answers.count += 1
        return answers.result
      },
    },
    onState: (state) => states.push(state),
  })
  const link = () => {
    const newest = links.at(-1)
    if (newest === undefined) throw new Error('no link was opened')
    return newest
  }
  return {
    ...{ supervisor, clock, pass, timerCount, states, links, link, answers },
    start: async () => {
      supervisor.start(driver)
      await pass(0)
    },
    online: async () => {
      supervisor.start(driver)
      await pass(0)
      link().events.onUrl(URL_A)
      await pass(0)
    },
    names: () => states.map(({ state }) => state),
  }
}

test('is online only after a request came back, and asks again every 30 seconds', async () => {
  const { online, supervisor, names, pass, answers, clock } = supervised()
  await online()
  expect(names()).toEqual(['starting', 'checking', 'online'])
  expect(supervisor.state()).toEqual({ state: 'online', url: URL_A, sinceMs: clock.nowMs(), latencyMs: 40 })
  await pass(29_999)
  expect(answers.count).toBe(1)
  await pass(60_001)
  expect(answers.count).toBe(4)
})

test('tries again at once, after 1 and 2 seconds, then every 5 for five minutes, then every 30', async () => {
  const { online, pass, link, links, clock } = supervised()
  await online()
  const lostAtMs = clock.nowMs()
  const openedAt: number[] = []
  link().events.onFailed({ kind: 'unreachable' })
  for (let tried = 1; tried < 70; tried += 1) {
    while (links.length === tried) await pass(100)
    openedAt.push(clock.nowMs() - lostAtMs)
    link().events.onFailed({ kind: 'unreachable' })
  }
  const gaps = openedAt.map((at, index) => Math.round((at - (openedAt[index - 1] ?? 0)) / 1000))
  expect(gaps.slice(0, 6)).toEqual([0, 1, 2, 5, 5, 5])
  expect(gaps.at(-1)).toBe(30)
  const lastFrequent = openedAt[gaps.lastIndexOf(5)] ?? 0
  expect(lastFrequent / 1000).toBeGreaterThan(295)
  expect(lastFrequent / 1000).toBeLessThan(310)
})

test('a lost connection that comes back by itself within 3 seconds keeps its link', async () => {
  const { online, supervisor, link, links, pass, answers, names } = supervised()
  await online()
  answers.result = NOT_BACK
  link().events.onLost()
  await pass(1_000)
  expect(supervisor.state()).toMatchObject({ state: 'reconnecting', attempt: 0 })
  answers.result = BACK
  await pass(500)
  expect(names()).toEqual(['starting', 'checking', 'online', 'reconnecting', 'checking', 'online'])
  expect(links).toHaveLength(1)
})

test('one that does not is built anew, with the address of before asked for', async () => {
  const { online, supervisor, link, links, pass, answers } = supervised()
  await online()
  answers.result = NOT_BACK
  link().events.onLost()
  await pass(2_999)
  expect(links).toHaveLength(1)
  await pass(1)
  expect(links.map(({ closed }) => closed)).toEqual([true, false])
  expect(link().formerUrl).toBe(URL_A)
  expect(supervisor.state()).toMatchObject({ state: 'reconnecting', attempt: 1, nextTryAtMs: null })
})

test('an address that stops answering is doubted at once and built anew after three tests', async () => {
  const { online, supervisor, links, pass, answers } = supervised()
  await online()
  answers.result = NOT_BACK
  await pass(30_000)
  expect(supervisor.state()).toEqual({ state: 'checking', url: URL_A })
  await pass(2_000)
  expect(links).toHaveLength(2)
  expect(supervisor.state()).toMatchObject({ state: 'reconnecting', attempt: 1 })
})

test.each(['ERR_NGROK_105', 'ERR_NGROK_107', 'ERR_NGROK_4018', 'ERR_NGROK_326'])(
  '%s is not tried again until told so',
  async (code) => {
    const { start, supervisor, link, links, pass } = supervised()
    await start()
    link().events.onFailed(refused(code))
    await pass(3_600_000)
    expect(supervisor.state()).toMatchObject({ state: 'failed', nextTryAtMs: null, isTrying: false })
    expect(links).toHaveLength(1)
    supervisor.tryNow()
    await pass(0)
    expect(links).toHaveLength(2)
    expect(supervisor.state()).toMatchObject({ state: 'failed', isTrying: true })
  },
)

test.each(['ERR_NGROK_108', 'ERR_NGROK_334'])(
  '%s is tried again slowly, it may end by itself',
  async (code) => {
    const { start, link, links, pass } = supervised()
    await start()
    link().events.onFailed(refused(code))
    await pass(29_999)
    expect(links).toHaveLength(1)
    await pass(1)
    expect(links).toHaveLength(2)
  },
)

test('after it was online, its own dead agent is waited for on the usual schedule', async () => {
  const { online, supervisor, link, links, pass } = supervised()
  await online()
  link().events.onFailed(refused('ERR_NGROK_108'))
  await pass(0)
  link().events.onFailed(refused('ERR_NGROK_108'))
  await pass(1_000)
  expect(links).toHaveLength(3)
  expect(supervisor.state()).toMatchObject({ state: 'reconnecting', attempt: 2 })
})

test('Try now does not wait for the next attempt, and tests an address that stands', async () => {
  const { online, supervisor, link, links, pass, answers } = supervised()
  await online()
  supervisor.tryNow()
  await pass(0)
  expect(answers.count).toBe(2)
  for (let failed = 0; failed < 4; failed += 1) {
    link().events.onFailed({ kind: 'unreachable' })
    await pass(failed * 1_000)
  }
  const before = links.length
  supervisor.tryNow()
  await pass(0)
  expect(links).toHaveLength(before + 1)
})

test.each([
  ['starting', () => {}],
  ['checking', (events: LinkEvents) => events.onUrl(URL_A)],
  ['waiting', (events: LinkEvents) => events.onFailed({ kind: 'unreachable' })],
])('stopped while %s, nothing is left and nothing more is told', async (_name, act) => {
  const { start, supervisor, link, links, pass, timerCount, states } = supervised()
  await start()
  const { events } = link()
  act(events)
  await supervisor.stop()
  expect(supervisor.state()).toEqual({ state: 'off' })
  const told = states.length
  events.onUrl(URL_A)
  events.onLost()
  events.onFailed({ kind: 'lost' })
  await pass(600_000)
  expect(states).toHaveLength(told)
  expect(links.every(({ closed }) => closed)).toBe(true)
  expect(timerCount()).toBe(0)
})
