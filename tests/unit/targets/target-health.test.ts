import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createLatest } from '#electron/bridge/feed.ts'
import { hostNotAllowed, targetIsHere } from '#electron/targets/target-faults.ts'
import { createTargetHealth } from '#electron/targets/target-health.ts'
import type { TargetHealth } from '#shared/target.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { turns } from '../../support/turn.ts'

const target = (id: string, baseUrl: string) => ({
  ...{ id, baseUrl, profileId: 'p', name: id, inboundPath: '/', statusPath: '/', allowedHost: null },
})

function open(objection = hostNotAllowed('bot.example')) {
  const { clock, pass, timerCount } = createFakeClock()
  const asked: string[] = []
  const pending: ((health: TargetHealth) => void)[] = []
  const signals: AbortSignal[] = []
  const health = createTargetHealth({
    targets: () => [target('near', 'http://localhost:3000'), target('far', 'https://bot.example')],
    objectionTo: ({ id }) => (id === 'far' ? objection : null),
    tryConnect: (url, signal) => {
      asked.push(url.host)
      signals.push(signal)
      return new Promise((resolve) => pending.push(resolve))
    },
    clock,
    latest: createLatest('epoch'),
  })
  const answer = async () => {
    for (const resolve of pending.splice(0)) resolve({ state: 'connects' })
    await turns()
  }
  const listen = () => {
    const stop = new AbortController()
    const heard: unknown[] = []
    const end = (async () => {
      for await (const { event } of health.subscribe({ after: null, signal: stop.signal })) heard.push(event)
    })()
    return {
      heard,
      stop: async () => {
        stop.abort()
        await end
      },
    }
  }
  return { health, pass, timerCount, asked, signals, answer, listen }
}

describe('the health of targets', () => {
  it('is looked at every 3 s while somebody listens, however many, and not before or after', async () => {
    const { pass, timerCount, asked, answer, listen } = open()
    await pass(10_000)
    expect(asked).toEqual([])
    const [one, other] = [listen(), listen()]
    await turns()
    await answer()
    expect(asked).toEqual(['localhost:3000'])
    expect(one.heard).toEqual([
      {
        targets: [
          { targetId: 'near', health: { state: 'connects' } },
          { targetId: 'far', health: { state: 'not-allowed' } },
        ],
      },
    ])
    expect(other.heard).toEqual(one.heard)
    await pass(3_000)
    expect(asked).toHaveLength(2)
    await one.stop()
    await answer()
    expect(other.heard).toHaveLength(2)
    await other.stop()
    expect(timerCount()).toBe(0)
  })

  it('has one look at a time: a target that takes long is not asked again meanwhile', async () => {
    const { pass, asked, listen } = open()
    const { stop } = listen()
    await pass(30_000)
    expect(asked).toHaveLength(1)
    await stop()
  })

  it('is looked at anew when targets change, and what was under way is of no interest then', async () => {
    const { health, asked, answer, listen, timerCount } = open()
    health.lookNow()
    expect(asked).toEqual([])
    const { heard, stop } = listen()
    await turns()
    health.lookNow()
    await answer()
    expect([asked.length, heard.length, timerCount()]).toEqual([2, 1, 1])
    await stop()
  })

  it('keeps nothing of the looks before, however long somebody listens', async () => {
    const { pass, signals, answer, listen } = open()
    const { stop } = listen()
    await turns()
    for (let look = 0; look < 20; look += 1) {
      await answer()
      await pass(3_000)
    }
    const [signal] = signals
    expect(signals).toHaveLength(21)
    expect(signal && getEventListeners(signal, 'abort').length).toBeLessThan(5)
    await stop()
  })

  it('is not asked of what is this app itself: nothing can be sent there', async () => {
    const { asked, answer, listen } = open(targetIsHere('bot.example'))
    const { heard, stop } = listen()
    await turns()
    await answer()
    expect(asked).toEqual(['localhost:3000'])
    expect(heard).toMatchObject([
      {
        targets: [
          { targetId: 'near' },
          { targetId: 'far', health: { state: 'does-not-connect', error: { code: 'TARGET_IS_HERE' } } },
        ],
      },
    ])
    await stop()
  })
})
