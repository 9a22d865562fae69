import { randomInt, randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createCallbackSender } from '#electron/callback-sender/create-callback-sender.ts'
import type { ChatEvent } from '#electron/simulator/chat-log.ts'
import { ownIdentity } from '#electron/simulator/identity.ts'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import { createSimulator, type Simulator } from '#electron/simulator/simulator.ts'
import type { SimulatorDeps } from '#electron/simulator/simulator-deps.ts'
import { systemClock } from '#electron/tunnel/clock.ts'
import { createApiToken } from '#electron/vonage/api-token.ts'
import {
  type SimulatedPerson,
  type SimulatorSettings,
  type SimulatorState,
  usualSimulatorSettings,
} from '#shared/simulator.ts'
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
}
export const SIGNER = {
  applicationId: APPLICATION.id,
  apiKey: APPLICATION.apiKey,
  signatureSecret: APPLICATION.signatureSecret,
}

type Options = Partial<Omit<SimulatorDeps, 'settings'>> & {
  readonly settings?: Partial<SimulatorSettings>
  readonly inboundUrl?: () => string | null
  readonly statusUrl?: () => string | null
}

type Receiver = Pick<Awaited<ReturnType<typeof capture>>, 'origin'>

/** What a simulator of its own needs besides a clock: one application, and addresses of the receiver. */
function usualDeps({ inboundUrl, statusUrl }: Options, { origin }: Receiver) {
  let people: readonly SimulatedPerson[] = SEEDED_PEOPLE
  const urls = {
    inbound: inboundUrl ?? (() => `${origin}/webhooks/inbound-message`),
    status: statusUrl ?? (() => `${origin}/webhooks/message-status`),
  }
  return {
    wantedPort: 0,
    avoidPorts: [],
    application: APPLICATION,
    identities: () => [ownIdentity('Simulator', APPLICATION)],
    signsAs: () => ({ name: 'Simulator', signer: SIGNER }),
    addresses: {
      listenerUrl: (webhook: 'inbound' | 'status') => urls[webhook](),
      targetUrl: () => new URL(`${origin}/target`),
    },
    people: {
      stored: () => people,
      store: (next: readonly SimulatedPerson[]) => {
        people = next
      },
    },
    newUuid: randomUUID,
    randomDigit: () => randomInt(10),
    delaysMs: { submitted: 1, delivered: 30, read: 60 },
  }
}

/** A running simulator and a receiver of its callbacks, for the length of the test. */
export async function startSimulator(options: Options = {}) {
  const receiver = await capture((_, response) => response.end())
  const states: SimulatorState[] = []
  const chat: ChatEvent[] = []
  const waiting = new Set<() => void>()
  let settings: SimulatorSettings = { ...usualSimulatorSettings, pageId: PAGE_ID, ...options.settings }
  const clock = options.clock ?? systemClock
  const sender = createCallbackSender({ clock, newUuid: randomUUID })
  const simulator = await createSimulator({
    ...usualDeps(options, receiver),
    ...{ sender, clock },
    onChange: (state) => {
      states.push(state)
      for (const wake of waiting) wake()
    },
    onChat: (event) => chat.push(event),
    ...options,
    settings: () => settings,
  })
  onTestFinished(async () => {
    await simulator.dispose()
    await sender.dispose()
  })
  const running = () => runningState(simulator)
  return {
    ...{ simulator, receiver, states, chat, running },
    set(next: Partial<SimulatorSettings>): void {
      settings = { ...settings, ...next }
    },
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

function runningState(simulator: Simulator) {
  const state = simulator.state()
  if (state.state !== 'running') throw new Error('The simulator is not running.')
  return state
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
