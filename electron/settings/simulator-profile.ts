import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import type { Profile } from '#shared/profile.ts'
import { createFileSecretCodec } from './secret-codec.ts'
import type { Secrets } from './secrets.ts'
import type { SettingsService } from './settings.ts'

const SIMULATOR_ID = 'simulator'

/** Whether a profile is the built-in one of the simulator. */
export function isSimulatorProfile(profile: Pick<Profile, 'id'>): boolean {
  return profile.id === SIMULATOR_ID
}

/**
 * Makes sure that the Simulator profile is there, with an application id, a key pair and secrets of its own made on
 * this computer. They open nothing but the local simulator, so every host keeps them the same plain way.
 */
export async function ensureSimulatorProfile(settings: SettingsService, secrets: Secrets): Promise<Profile> {
  const { profiles } = settings.get()
  const existing = profiles.find(isSimulatorProfile)
  const profile = existing ?? newSimulatorProfile()
  if (existing === undefined) settings.update({ profiles: [profile, ...profiles] })
  await ensureSecrets(secrets)
  return profile
}

function newSimulatorProfile(): Profile {
  return {
    id: SIMULATOR_ID,
    name: 'Simulator',
    applicationId: randomUUID(),
    apiKey: randomBytes(4).toString('hex'),
    baseUrl: { kind: 'simulator' },
  }
}

async function ensureSecrets(secrets: Secrets): Promise<void> {
  const codec = createFileSecretCodec(process.platform)
  const put = async (
    name: 'privateKey' | 'apiSecret' | 'signatureSecret',
    make: () => string | Promise<string>,
  ) => {
    if (secrets.get(SIMULATOR_ID, name) === null) await secrets.set(SIMULATOR_ID, name, await make(), codec)
  }
  await put('privateKey', newPrivateKey)
  await put('apiSecret', () => randomBytes(12).toString('base64url'))
  await put('signatureSecret', () => randomBytes(36).toString('base64url'))
}

async function newPrivateKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
