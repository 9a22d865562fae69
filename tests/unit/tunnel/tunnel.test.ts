import { expect, test } from 'vitest'
import { createTunnel } from '#electron/tunnel/tunnel.ts'
import type { Explanation } from '#shared/errors.ts'
import { defaultRetention } from '#shared/retention.ts'
import { usualSimulatorSettings } from '#shared/simulator.ts'
import { defaultTunnelSettings } from '#shared/tunnel.ts'
import { createFakeClock } from '../../support/fake-clock.ts'

/** A tunnel by an address of one's own whose tests all come back. */
function ownAddress() {
  const { clock, pass } = createFakeClock()
  const notices: Explanation[] = []
  const tests = { count: 0 }
  let settings = {
    tunnel: { ...defaultTunnelSettings, driver: 'pasted-url' as const, pastedUrl: 'https://own.example' },
    tunnelSegment: '',
  }
  const tunnel = createTunnel({
    settings: {
      get: () => ({
        schemaVersion: 1,
        durability: 'power-loss',
        retention: defaultRetention,
        lastPruned: null,
        listenerPort: 4180,
        simulatorPort: 4181,
        simulator: usualSimulatorSettings,
        simulatedPeople: null,
        targets: [],
        forwards: {},
        activeProfileId: '',
        profiles: [],
        savedFilters: [],
        personNames: [],
        ...settings,
      }),
      update: (change) => {
        settings = { ...settings, ...change } as typeof settings
      },
    },
    authtoken: {
      value: () => '',
      view: () => ({ origin: 'stored', view: { state: 'not-set' } }),
      change: async () => undefined,
    },
    startAgent: () => {
      throw new Error('no agent is needed')
    },
    selfTest: {
      answer: () => null,
      run: async () => {
        tests.count += 1
        return { ok: true, latencyMs: 5 }
      },
    },
    clock,
    random: () => 0,
    newSegment: () => 'segment',
    listenerPort: () => 4180,
    addressesAt: (origin) => ({ inboundUrl: `${origin}/in`, statusUrl: `${origin}/status` }),
    onNotice: (explanation) => notices.push(explanation),
    onChange: () => undefined,
  })
  return { tunnel, pass, notices, tests }
}

test('after sleep the address is tested at once, and the person told how long it was and what Vonage does', async () => {
  const { tunnel, pass, notices, tests } = ownAddress()
  tunnel.start()
  await pass(0)
  expect(tests.count).toBe(1)
  tunnel.resumed(45 * 60_000)
  await pass(0)
  expect(tests.count).toBe(2)
  expect(notices).toMatchObject([
    {
      code: 'RESUMED',
      what: expect.stringContaining('45 minutes'),
      fix: expect.stringContaining('24 hours'),
    },
  ])
})

test('on another network the address is tested at once', async () => {
  const { tunnel, pass, notices, tests } = ownAddress()
  tunnel.start()
  await pass(0)
  tunnel.networkChanged()
  await pass(0)
  expect(tests.count).toBe(2)
  expect(notices).toEqual([])
})

test('while it is off, neither matters', async () => {
  const { tunnel, pass, notices, tests } = ownAddress()
  tunnel.resumed(60_000)
  tunnel.networkChanged()
  await pass(60_000)
  expect([tests.count, notices]).toEqual([0, []])
})

test('public addresses are given to others only while they are known to work', async () => {
  const { tunnel, pass } = ownAddress()
  tunnel.start()
  expect(tunnel.publicUrls()).toBeNull()
  await pass(0)
  expect(tunnel.publicUrls()).toEqual({
    inbound: 'https://own.example/in',
    status: 'https://own.example/status',
  })
  await tunnel.stop()
  expect(tunnel.publicUrls()).toBeNull()
})
