import { expect, test } from 'vitest'
import { createNgrokDriver } from '#electron/tunnel/ngrok-driver.ts'
import type { AgentProcess, StartAgent } from '#electron/tunnel/start-agent.ts'
import type { TunnelFailure } from '#shared/tunnel/tunnel-failure.ts'
import { createFakeClock } from '../../support/fake-clock.ts'

const TOKEN = 'secret-token-1234'

/** A link over an agent process that says what the test says. */
function linked(upstreamPort: number | null = 4180) {
  const { clock, pass, timerCount } = createFakeClock()
  const sent: unknown[] = []
  const told: { urls: string[]; lost: number; failures: TunnelFailure[] } = {
    urls: [],
    lost: 0,
    failures: [],
  }
  const gone = Promise.withResolvers<void>()
  const agent = { kills: 0, say: (_message: unknown) => {}, end: gone.resolve }
  const startAgent: StartAgent = (onMessage) => {
    agent.say = onMessage
    const process: AgentProcess = {
      send: (message) => sent.push(message),
      kill: () => {
        agent.kills += 1
        gone.resolve()
      },
      ended: gone.promise,
    }
    return process
  }
  const options = { authtoken: TOKEN, domain: '', serverAddress: '', caCertPath: '' }
  const driver = createNgrokDriver({ startAgent, clock, options, upstreamPort: () => upstreamPort })
  const events = {
    onUrl: (url: string) => told.urls.push(url),
    onLost: () => {
      told.lost += 1
    },
    onFailed: (failure: TunnelFailure) => told.failures.push(failure),
  }
  return { link: driver.open(events, 'https://former.example'), agent, sent, told, pass, timerCount }
}

test('hands the agent what it needs once it is ready, the former domain as a wish', async () => {
  const { agent, sent, told } = linked()
  agent.say({ t: 'ready' })
  expect(sent).toMatchObject([
    { t: 'connect', authtoken: TOKEN, upstreamPort: 4180, domain: '', formerDomain: 'former.example' },
  ])
  agent.say({ t: 'connected' })
  agent.say({ t: 'url', url: 'https://former.example' })
  expect(told.urls).toEqual(['https://former.example'])
})

test.each([
  { step: 'connect', said: [{ t: 'ready' }] },
  { step: 'bind', said: [{ t: 'ready' }, { t: 'connected' }] },
])('an agent that hangs in $step is killed after 10 seconds', async ({ step, said }) => {
  const { agent, told, pass, timerCount } = linked()
  for (const message of said) agent.say(message)
  await pass(9_999)
  expect(told.failures).toEqual([])
  await pass(1)
  expect(told.failures).toEqual([{ kind: 'timeout', step, limitMs: 10_000 }])
  expect(agent.kills).toBe(1)
  expect(timerCount()).toBe(0)
})

test('two missed heartbeats in a row end it, one does not', () => {
  const { agent, told } = linked()
  agent.say({ t: 'url', url: 'https://a.example' })
  for (const latencyMs of [20, null, 30, null]) agent.say({ t: 'heartbeat', latencyMs })
  expect(told.failures).toEqual([])
  agent.say({ t: 'heartbeat', latencyMs: null })
  expect(told.failures).toEqual([{ kind: 'silent' }])
  expect(agent.kills).toBe(1)
})

test('the authtoken is taken out of what the service says', () => {
  const { agent, told } = linked()
  const message = `failed to connect session: It is invalid.\nYour authtoken: ${TOKEN} error_code: ERR_NGROK_107`
  agent.say({ t: 'failed', step: 'connect', message, errorCode: null })
  expect(told.failures).toEqual([
    { kind: 'refused', serviceCode: 'ERR_NGROK_107', message: 'It is invalid.\nYour authtoken: [redacted]' },
  ])
})

test('an agent that ends by itself is a failure, one that was closed is none', async () => {
  const ended = linked()
  ended.agent.end()
  await ended.pass(0)
  expect(ended.told.failures).toEqual([{ kind: 'agent', message: 'It ended by itself.' }])
  const closed = linked()
  await closed.link.close()
  closed.agent.say({ t: 'url', url: 'https://late.example' })
  await closed.pass(20_000)
  expect(closed.told).toEqual({ urls: [], lost: 0, failures: [] })
})

test('what is not a message of the agent is ignored', () => {
  const { agent, told } = linked()
  for (const message of [null, 'url', { t: 'url' }, { t: 'format', disk: 'c' }]) agent.say(message)
  expect(told).toEqual({ urls: [], lost: 0, failures: [] })
})

test('without a listener there is nothing to forward to', async () => {
  const { told, pass, agent } = linked(null)
  await pass(0)
  expect(told.failures).toEqual([{ kind: 'no-listener' }])
  expect(agent.kills).toBe(0)
})
