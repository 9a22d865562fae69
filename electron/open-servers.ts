import { randomUUID } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import { createListener } from './listener/listener.ts'
import { createResponseRules, type ResponseRules } from './listener/response-rules.ts'
import { createListening } from './listening.ts'
import type { createNotices } from './notices.ts'
import { openSelfTest, openTunnel, segmentOf } from './open-tunnel.ts'
import type { Secrets } from './settings/secrets.ts'
import type { SettingsService } from './settings/settings.ts'
import { createSimulating } from './simulating.ts'
import type { Store } from './store/store.ts'
import type { SelfTest } from './tunnel/self-test.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Deps = {
  readonly config: WorkbenchConfig
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly simulatorProfile: Profile
  readonly store: Store
  readonly notices: ReturnType<typeof createNotices>
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/**
 * Starts the listener and the simulator, which know each other's address, and readies the tunnel to the listener. A port
 * that cannot be had is a state.
 */
export async function openServers(deps: Deps) {
  const { config, settings, secrets, simulatorProfile, onChange, cleanup } = deps
  const rules = createResponseRules({ newId: randomUUID, onChange })
  const selfTest = openSelfTest(cleanup)
  const listening = createListening({
    create: (wantedPort) => listen({ ...deps, rules, selfTest }, wantedPort, simulating.port()),
    onChange,
  })
  const simulating = createSimulating({
    application: { profile: simulatorProfile, secrets },
    listenerUrls: listening.urls,
    settings: () => settings.get().simulator,
    people: () => settings.get().simulatedPeople,
    onChange,
    log: config.log,
  })
  cleanup.defer(simulating.stop)
  cleanup.defer(listening.stop)
  await listening.start(config.listenerPort ?? settings.get().listenerPort)
  await simulating.start(config.simulatorPort ?? settings.get().simulatorPort, [listening.port()])
  const tunnel = openTunnel({ ...deps, selfTest, listenerPort: listening.port })
  return { rules, listening, simulating, tunnel }
}

type ListenDeps = Deps & { readonly rules: ResponseRules; readonly selfTest: SelfTest }

function listen(
  { config, settings, store, notices, rules, selfTest }: ListenDeps,
  wantedPort: number,
  simulatorPort: number | null,
) {
  return createListener({
    wantedPort,
    avoidPorts: simulatorPort === null ? [] : [simulatorPort],
    append: store.append,
    answered: store.answered,
    rules,
    answerTest: selfTest.answer,
    segment: () => segmentOf(settings),
    onStoreFailure: (error) => {
      if (error instanceof WorkbenchError) notices.add(error.explanation)
    },
    nowMs: () => Date.now(),
    log: config.log,
  })
}
