import { createPublicKey, randomUUID } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import type { SimulatedPerson, SimulatorSettings, SimulatorState } from '#shared/simulator.ts'
import { wireError } from './bridge/wire-error.ts'
import type { Log } from './log/log.ts'
import type { Secrets } from './settings/secrets.ts'
import { SEEDED_PEOPLE, SIMULATOR_PAGE_ID } from './simulator/people.ts'
import { createSimulator, type Simulator } from './simulator/simulator.ts'

type Deps = {
  readonly application: { readonly profile: Profile; readonly secrets: Secrets }
  readonly listenerUrls: () => { readonly inbound: string; readonly status: string } | null
  readonly settings: () => SimulatorSettings
  /** Null: the people the simulator starts with. */
  readonly people: () => readonly SimulatedPerson[] | null
  readonly onChange: () => void
  readonly log: Log
}

/** The simulator over the life of the app: running, or failed with its explanation. */
export function createSimulating(deps: Deps) {
  let simulator: Simulator | null = null
  let error = notRunning().explanation

  return {
    state: (): SimulatorState => simulator?.state() ?? { state: 'failed', error },
    port: () => portOf(simulator?.state()),
    url: () => urlOf(simulator?.state()),
    /** The running simulator. Throws SIMULATOR_NOT_RUNNING. */
    running(): Simulator {
      if (simulator === null) throw new WorkbenchError(error)
      return simulator
    },
    async start(wantedPort: number, avoidPorts: readonly (number | null)[]): Promise<void> {
      try {
        simulator = await createSimulator({
          wantedPort,
          avoidPorts: avoidPorts.filter((port) => port !== null),
          application: applicationOf(deps.application),
          inboundUrl: () => deps.listenerUrls()?.inbound ?? null,
          statusUrl: () => deps.listenerUrls()?.status ?? null,
          settings: deps.settings,
          people: () => deps.people() ?? SEEDED_PEOPLE,
          signsAs: () => deps.application.profile.name,
          nowMs: () => Date.now(),
          newUuid: randomUUID,
          onChange: deps.onChange,
          log: deps.log,
        })
      } catch (cause) {
        error = { ...notRunning().explanation, why: wireError(cause).what }
      }
      deps.onChange()
    },
    async stop(): Promise<void> {
      await simulator?.dispose()
    },
  }
}

/** The simulator knows the public half of the key and the secrets of its own profile, as Vonage would. */
function applicationOf({ profile, secrets }: Deps['application']) {
  const secret = (name: 'privateKey' | 'apiSecret' | 'signatureSecret') => secrets.get(profile.id, name) ?? ''
  return {
    id: profile.applicationId,
    apiKey: profile.apiKey,
    apiSecret: secret('apiSecret'),
    signatureSecret: secret('signatureSecret'),
    publicKeyPem: createPublicKey(secret('privateKey')).export({ type: 'spki', format: 'pem' }).toString(),
    pageId: SIMULATOR_PAGE_ID,
  }
}

function portOf(state: SimulatorState | undefined): number | null {
  return state?.state === 'running' ? state.port : null
}

function urlOf(state: SimulatorState | undefined): string | null {
  return state?.state === 'running' ? state.url : null
}

function notRunning(): WorkbenchError {
  return new WorkbenchError({
    code: 'SIMULATOR_NOT_RUNNING',
    what: 'The simulator is not running.',
    why: 'The app is starting.',
    fix: 'Free a port near 4181 and restart the app. Profiles of Vonage applications work without it.',
  })
}
