import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import { createSimulator, type SimulatorDeps } from '#electron/simulator/simulator.ts'
import { createApiToken } from '#electron/vonage/api-token.ts'
import { type SimulatorState, usualSimulatorSettings } from '#shared/simulator.ts'
import { rsaPair } from './keys.ts'
import { capture } from './local-server.ts'
import { PAGE_ID } from './reply-draft.ts'

export const KEYS = rsaPair()
export const APPLICATION = {
  id: '78d335fa-323d-4114-9c3d-d6f0d48968cf',
  apiKey: 'a1b2c3d4',
  apiSecret: 'an-api-secret',
  signatureSecret: 'this-is-a-test-signature-secret-of-64-characters-0123456789abcde',
  publicKeyPem: KEYS.spki,
  pageId: PAGE_ID,
}

/** A running simulator and a receiver of its callbacks, for the length of the test. */
export async function startSimulator(options: Partial<SimulatorDeps> = {}) {
  const receiver = await capture((_, response) => response.end())
  const states: SimulatorState[] = []
  const waiting = new Set<() => void>()
  const simulator = await createSimulator({
    wantedPort: 0,
    avoidPorts: [],
    application: APPLICATION,
    inboundUrl: () => `${receiver.origin}/webhooks/inbound-message`,
    statusUrl: () => `${receiver.origin}/webhooks/message-status`,
    settings: () => usualSimulatorSettings,
    people: () => SEEDED_PEOPLE,
    signsAs: () => 'Simulator',
    nowMs: () => Date.now(),
    newUuid: randomUUID,
    onChange: (state) => {
      states.push(state)
      for (const wake of waiting) wake()
    },
    delaysMs: { submitted: 1, delivered: 30, read: 60 },
    ...options,
  })
  onTestFinished(() => simulator.dispose())
  const running = () => {
    const state = simulator.state()
    if (state.state !== 'running') throw new Error('The simulator is not running.')
    return state
  }
  return {
    simulator,
    receiver,
    states,
    running,
    get url() {
      return running().url
    },
    /** Resolves when `count` deliveries are recorded, newest first. */
    async deliveries(count: number) {
      while (running().deliveries.length < count) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
      return running().deliveries
    },
  }
}

/** A good Authorization header for the simulator's application. */
export async function bearer(): Promise<string> {
  const deps = { nowMs: () => Date.now(), newUuid: randomUUID }
  const { token } = await createApiToken({ key: KEYS.privateKey, applicationId: APPLICATION.id }, deps)
  return `Bearer ${token}`
}

/** POSTs JSON (or any text) and hands back status, headers and parsed body. */
export async function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const json: Readonly<Record<string, unknown>> = JSON.parse(await response.text())
  return { status: response.status, headers: response.headers, body: json }
}
