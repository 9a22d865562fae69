import { createCredentials } from './credentials.ts'
import { type EnvironmentProfile, readEnvironmentProfile } from './settings/environment-profile.ts'
import { createProfileRoster } from './settings/profile-roster.ts'
import { createSecrets, type Secrets } from './settings/secrets.ts'
import { createSettings } from './settings/settings.ts'
import { ensureSimulatorProfile } from './settings/simulator-profile.ts'
import { readFoundKey } from './vonage/read-found-key.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Tell = Parameters<typeof createSettings>[0]['onSetAside']

/** Opens settings and secrets, and brings together the profiles of the settings, the simulator and the environment. */
export async function openCredentials(config: WorkbenchConfig, tell: Tell) {
  const files = {
    folder: config.dataFolder,
    open: config.openStoreFile,
    nowMs: () => Date.now(),
    onSetAside: tell,
  }
  const settings = createSettings(files)
  const secrets = await createSecrets({ ...files, codec: config.secretCodec })
  const simulatorProfile = await ensureSimulatorProfile(settings, secrets)
  const environment = readEnvironmentProfile(config.environment ?? {}, readFoundKey)
  if (environment !== null) hold(environment, secrets)
  const roster = createProfileRoster(settings, environment)
  roster.ensureActive(tell)
  return { settings, secrets, roster, simulatorProfile, credentials: createCredentials(roster.all, secrets) }
}

function hold({ profile, secrets: held }: EnvironmentProfile, secrets: Secrets): void {
  for (const [name, secret] of held) secrets.hold(profile.id, name, secret)
}
