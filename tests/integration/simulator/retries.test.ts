import { verifySignature } from '@vonage/jwt'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { retryOffsetsS } from '#shared/messenger/retry-schedule.ts'
import type { CallbackFault, RetryTrigger, SimulatorSettings } from '#shared/simulator.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { capture, closedOrigin, type Received, serve } from '../../support/local-server.ts'
import { SIGNER, startSimulator } from '../../support/simulator.ts'
import { turns, until } from '../../support/turn.ts'

/** A simulator on a clock of the test's, whose target answers what the test says. */
async function retrying(change: Partial<SimulatorSettings> = {}) {
  const answers = { status: 500 }
  const server = await capture((_, response) => response.writeHead(answers.status).end())
  const { clock, pass } = createFakeClock()
  const started = await startSimulator({
    clock,
    addresses: { listenerUrl: () => null, targetUrl: () => new URL(server.origin) },
    settings: { destination: { kind: 'target', targetId: 'own' }, ...change },
  })
  const { simulator, running } = started
  const due = () => running().retryClock.due
  return {
    ...started,
    ...{ server, clock, pass, answers, due },
    retries: simulator.retries,
    write: () =>
      simulator.simulateInbound({
        psid: null,
        message: { type: 'text', text: 'Hi' },
        version: null,
        fault: null,
      }),
    /** Lets time go on until the next retry, and waits for it and for what is planned behind it. */
    async next(count: number, speed = 1): Promise<void> {
      const at = running().retryClock.clockMs + (clock.nowMs() - running().retryClock.atMs) * speed
      await pass(Math.ceil(((due()[0]?.dueAtMs ?? at) - at) / speed))
      await server.until(count)
      await until(() => running().deliveries[0]?.attempt === count)
      await turns()
    },
  }
}

const tokenOf = ({ headers }: Received) => (headers.authorization ?? '').replace('Bearer ', '')

it('follows the whole schedule of a day, then gives up', async () => {
  const { write, due, next, clock, server, chat } = await retrying()
  await write()
  const startMs = clock.nowMs()
  const offsets: number[] = []
  while (due().length > 0) {
    expect(due()[0]).toMatchObject({ kind: 'inbound', type: 'text', because: 'Answered 500.' })
    await next(offsets.length + 2)
    offsets.push((clock.nowMs() - startMs) / 1_000)
  }
  expect(offsets).toEqual(retryOffsetsS)
  expect(offsets.slice(0, 10)).toEqual([5, 15, 35, 75, 155, 315, 635, 1275, 2175, 3075])
  expect(new Set(server.received.map(({ body }) => body.toString('utf8'))).size).toBe(1)
  expect(server.received.every((one) => verifySignature(tokenOf(one), SIGNER.signatureSecret))).toBe(true)
  const claims = server.received.map((one) => decodeJwt(tokenOf(one)))
  expect(new Set(claims.map(({ jti }) => jti)).size).toBe(retryOffsetsS.length + 1)
  expect((claims.at(-1)?.iat ?? 0) - (claims[0]?.iat ?? 0)).toBe(retryOffsetsS.at(-1))
  const last = chat.at(-1)
  expect(last?.kind === 'bubble' && last.bubble.progress.slice(-2)).toMatchObject([
    { word: `answered 500 at attempt ${retryOffsetsS.length + 1}`, isTrouble: true },
    { word: 'given up after 24 hours', isTrouble: true },
  ])
})

it('ends with the first good answer', async () => {
  const { write, due, next, answers, running } = await retrying()
  await write()
  await next(2)
  answers.status = 200
  await next(3)
  expect(due()).toEqual([])
  expect(running().deliveries.map(({ attempt }) => attempt)).toEqual([3, 2, 1])
})

it.each<[RetryTrigger, readonly number[]]>([
  ['off', []],
  ['server-errors', [429, 500, 503]],
  ['any-non-200', [201, 204, 302, 404, 429, 500, 503]],
])('set to %s, these are repeated: %j', async (retryTrigger, expected) => {
  const { write, due, retries, answers } = await retrying({ retryTrigger })
  const repeated: number[] = []
  for (const status of [200, 201, 204, 302, 404, 429, 500, 503]) {
    answers.status = status
    await write()
    if (due().length > 0) repeated.push(status)
    retries.drop()
  }
  expect(repeated).toEqual(expected)
})

it.each<[RetryTrigger, number]>([
  ['off', 0],
  ['server-errors', 1],
  ['any-non-200', 1],
])('set to %s, nobody there means %i retry', async (retryTrigger, count) => {
  const url = new URL(await closedOrigin())
  const { simulator, running } = await startSimulator({
    addresses: { listenerUrl: () => null, targetUrl: () => url },
    settings: { retryTrigger, destination: { kind: 'target', targetId: 'own' } },
  })
  const message = { type: 'unsupported' } as const
  await simulator.simulateInbound({ psid: null, message, version: null, fault: null })
  expect(running().retryClock.dueCount).toBe(count)
})

it('runs sixty and 3600 times as fast, and stands still', async () => {
  const { write, due, next, retries, pass, server, running } = await retrying()
  await write()
  retries.setSpeed(0)
  await pass(86_400_000)
  expect(server.received).toHaveLength(1)
  expect(running().retryClock).toMatchObject({ speed: 0, dueCount: 1 })
  retries.setSpeed(60)
  await pass(83)
  expect(server.received).toHaveLength(1)
  await next(2, 60)
  retries.setSpeed(3600)
  await next(3, 3600)
  expect(due()[0]).toMatchObject({ attempt: 4 })
  expect((due()[0]?.dueAtMs ?? 0) - running().retryClock.clockMs).toBeGreaterThan(20_000)
})

it('steps to what is due next, while the clock stands', async () => {
  const { write, due, retries, server, running } = await retrying()
  retries.setSpeed(0)
  await write()
  const firstMs = due()[0]?.dueAtMs ?? 0
  retries.step()
  await server.until(2)
  await until(() => due().length === 1)
  expect(running().retryClock.clockMs).toBe(firstMs)
  retries.step()
  await server.until(3)
  await until(() => due().length === 1)
  expect(running().retryClock.clockMs).toBe(firstMs + 10_000)
  retries.drop()
  retries.step()
  expect(running().retryClock).toMatchObject({ due: [], dueCount: 0 })
})

it.each<[CallbackFault, boolean]>([
  ['unsigned', true],
  ['cut-connection', true],
  ['wrong-secret', false],
  ['tampered-body', true],
])('sends %s again; its signature is good: %s', async (fault, isGood) => {
  const whole: string[] = []
  const origin = await serve((request, response) => {
    request.resume().on('error', () => undefined)
    request.on('end', () => {
      whole.push((request.headers.authorization ?? '').replace('Bearer ', ''))
      response.writeHead(503).end()
    })
  })
  const { simulator, running } = await startSimulator({
    addresses: { listenerUrl: () => null, targetUrl: () => new URL(origin) },
    settings: { destination: { kind: 'target', targetId: 'own' } },
  })
  simulator.retries.setSpeed(0)
  await simulator.simulateInbound({ psid: null, message: { type: 'unsupported' }, version: null, fault })
  expect(running().retryClock.dueCount).toBe(1)
  const before = whole.length
  simulator.retries.step()
  await until(() => running().deliveries[0]?.attempt === 2)
  expect(whole).toHaveLength(before + 1)
  expect(isValid(whole.at(-1) ?? '')).toBe(isGood)
  expect(running().deliveries[0]?.fault).toBe(isGood && fault !== 'tampered-body' ? null : fault)
})

function isValid(token: string): boolean {
  try {
    return verifySignature(token, SIGNER.signatureSecret)
  } catch {
    return false
  }
}
