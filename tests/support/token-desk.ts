import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createCredentials } from '#electron/credentials.ts'
import { openConf } from '#electron/settings/open-conf.ts'
import { createFileSecretCodec } from '#electron/settings/secret-codec.ts'
import { createSecrets } from '#electron/settings/secrets.ts'
import { createTokenDesk } from '#electron/token-desk.ts'
import { createApplicationClient } from '#electron/vonage/application-client.ts'
import type { Profile, SecretName } from '#shared/profile.ts'
import { tempFolder } from './temp-folder.ts'

export const SHOP: Profile = {
  id: 'shop',
  name: 'Shop',
  applicationId: '78d335fa-323d-4114-9c3d-d6f0d48968cf',
  apiKey: 'a1b2c3d4',
  baseUrl: { kind: 'production' },
}

/** The token desk over stored secrets of one profile; the clock and the network are real. */
export async function openTokenDesk(
  secretsOf: Partial<Record<SecretName, string>>,
  change: Partial<Profile> = {},
) {
  const profile = { ...SHOP, ...change }
  const secrets = await createSecrets({
    folder: tempFolder(),
    open: openConf,
    codec: createFileSecretCodec(process.platform),
    nowMs: () => Date.now(),
    onSetAside: () => {},
  })
  if (secretsOf.privateKey !== undefined) await secrets.set(profile.id, 'privateKey', secretsOf.privateKey)
  if (secretsOf.apiSecret !== undefined) await secrets.set(profile.id, 'apiSecret', secretsOf.apiSecret)
  const applications = createApplicationClient()
  onTestFinished(() => applications.dispose())
  const profiles = { all: () => [profile], find: () => profile, active: () => profile }
  return createTokenDesk({
    ...createCredentials(profiles.all, secrets),
    profiles,
    secrets,
    lookUpApplication: applications.look,
    nowMs: () => Date.now(),
    newUuid: randomUUID,
  })
}
