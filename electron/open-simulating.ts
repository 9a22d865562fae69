import { createPublicKey, randomInt, randomUUID } from 'node:crypto'
import type { Profile } from '#shared/profile.ts'
import { targetUrl } from '#shared/target-url.ts'
import { createCallbackSender } from './callback-sender/create-callback-sender.ts'
import type { ProfileRoster } from './settings/profile-roster.ts'
import type { Secrets } from './settings/secrets.ts'
import type { SettingsService } from './settings/settings.ts'
import { createSimulating } from './simulating.ts'
import type { ChatEvent } from './simulator/chat-log.ts'
import { ownIdentity } from './simulator/identity.ts'
import { SEEDED_PEOPLE } from './simulator/people.ts'
import { createSimulator } from './simulator/simulator.ts'
import { createSimulatorIdentities } from './simulator-identities.ts'
import type { Targets } from './targets/targets.ts'
import { systemClock } from './tunnel/clock.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Deps = {
  readonly config: WorkbenchConfig
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly roster: ProfileRoster
  readonly simulatorProfile: Profile
  readonly listenerUrls: () => { readonly inbound: string; readonly status: string } | null
  readonly targets: Pick<Targets, 'find' | 'objectionTo'>
  readonly onChat: (event: ChatEvent) => void
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/** The simulator with what is kept of it, and with the applications of the profiles. It does not run yet. */
export function openSimulating(deps: Deps) {
  const { config, settings, secrets, roster, simulatorProfile, onChange, cleanup } = deps
  const sender = createCallbackSender({ clock: systemClock, newUuid: randomUUID })
  cleanup.defer(sender.dispose)
  const simulating = createSimulating({
    async create(ports) {
      const application = applicationOf(simulatorProfile, secrets)
      const identities = createSimulatorIdentities({
        ...{ roster, secrets, own: ownIdentity(simulatorProfile.name, application) },
        activeProfileId: () => settings.get().activeProfileId,
      })
      return await createSimulator({
        ...ports,
        ...{ application, sender, onChange, onChat: deps.onChat },
        identities: identities.all,
        signsAs: identities.signsAs,
        addresses: {
          listenerUrl: (webhook) => deps.listenerUrls()?.[webhook] ?? null,
          targetUrl(targetId, webhook) {
            const target = deps.targets.find(targetId)
            const objection = deps.targets.objectionTo(target)
            if (objection !== null) throw objection
            return targetUrl(target, webhook)
          },
        },
        settings: () => settings.get().simulator,
        people: {
          stored: () => settings.get().simulatedPeople ?? SEEDED_PEOPLE,
          store: (people) => settings.update({ simulatedPeople: [...people] }),
        },
        clock: systemClock,
        newUuid: randomUUID,
        randomDigit: () => randomInt(10),
        log: config.log,
      })
    },
    onChange,
  })
  cleanup.defer(simulating.stop)
  return simulating
}

/** The simulator knows the public half of the key and the secrets of its own profile, as Vonage would. */
function applicationOf(profile: Profile, secrets: Secrets) {
  const secret = (name: 'privateKey' | 'apiSecret' | 'signatureSecret') => secrets.get(profile.id, name) ?? ''
  return {
    id: profile.applicationId,
    apiKey: profile.apiKey,
    apiSecret: secret('apiSecret'),
    signatureSecret: secret('signatureSecret'),
    publicKeyPem: createPublicKey(secret('privateKey')).export({ type: 'spki', format: 'pem' }).toString(),
  }
}
