import { randomUUID } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import type { Forwarding } from './forward/forwarding.ts'
import { createListener } from './listener/listener.ts'
import { createResponseRules, type ResponseRules } from './listener/response-rules.ts'
import { createListening } from './listening.ts'
import type { createNotices } from './notices.ts'
import { openPassingOn } from './open-passing-on.ts'
import { openSimulating } from './open-simulating.ts'
import { openSelfTest, openTunnel, segmentOf } from './open-tunnel.ts'
import type { ProfileRoster } from './settings/profile-roster.ts'
import type { Secrets } from './settings/secrets.ts'
import type { SettingsService } from './settings/settings.ts'
import type { ChatEvent } from './simulator/chat-log.ts'
import type { Store } from './store/store.ts'
import { createTellChat } from './tell-chat.ts'
import type { SelfTest } from './tunnel/self-test.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Deps = {
  readonly config: WorkbenchConfig
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly roster: ProfileRoster
  readonly simulatorProfile: Profile
  readonly store: Store
  readonly notices: ReturnType<typeof createNotices>
  readonly onChat: (event: ChatEvent) => void
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/**
 * Starts the listener and the simulator, which know each other's address, and readies the tunnel to the listener. A port
 * that cannot be had is a state.
 */
export async function openServers(deps: Deps) {
  const { config, settings, onChange, cleanup } = deps
  const rules = createResponseRules({ newId: randomUUID, onChange })
  const selfTest = openSelfTest(cleanup)
  const targeting = openPassingOn({
    ...deps,
    ownPorts: () => [listening.port(), simulating.port()],
    publicUrl: () => tunnel.publicUrls()?.inbound ?? null,
    onDelivered: createTellChat({
      intake: deps.store.intake,
      note: (uuid, step) => simulating.noteInChat(uuid, step),
    }),
  })
  const answerInstead = targeting.forwarding.answerInstead
  const listening = createListening({
    create: (wantedPort) =>
      listen({ ...deps, rules, selfTest, answerInstead }, wantedPort, simulating.port()),
    onChange,
  })
  const simulating = openSimulating({ ...deps, ...targeting, listenerUrls: listening.urls })
  cleanup.defer(listening.stop)
  const tunnel = openTunnel({ ...deps, selfTest, listenerPort: listening.port })
  await listening.start(config.listenerPort ?? settings.get().listenerPort)
  await simulating.start(config.simulatorPort ?? settings.get().simulatorPort, [listening.port()])
  return { rules, listening, simulating, tunnel, targeting }
}

type ListenDeps = Deps & {
  readonly rules: ResponseRules
  readonly selfTest: SelfTest
  readonly answerInstead: Forwarding['answerInstead']
}

function listen(
  { config, settings, store, notices, rules, selfTest, answerInstead }: ListenDeps,
  wantedPort: number,
  simulatorPort: number | null,
) {
  return createListener({
    wantedPort,
    avoidPorts: simulatorPort === null ? [] : [simulatorPort],
    append: store.append,
    answered: store.answered,
    rules,
    answerInstead,
    answerTest: selfTest.answer,
    segment: () => segmentOf(settings),
    onStoreFailure: (error) => {
      config.log.error({ err: error }, 'A callback was answered 503.')
      if (error instanceof WorkbenchError) notices.add(error.explanation)
    },
    nowMs: () => Date.now(),
    log: config.log,
  })
}
