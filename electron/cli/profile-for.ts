import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import { createCredentials } from '../credentials.ts'
import { readEnvironmentProfile } from '../settings/environment-profile.ts'
import { createProfileRoster, originOf } from '../settings/profile-roster.ts'
import { createFileSecretCodec } from '../settings/secret-codec.ts'
import { createSecrets, type Secrets } from '../settings/secrets.ts'
import { createSettings } from '../settings/settings.ts'
import { isSimulatorProfile } from '../settings/simulator-profile.ts'
import { readFoundKey } from '../vonage/read-found-key.ts'
import { readingOnly } from './open-for-reading.ts'

export type ProfileWish = {
  readonly dataFolder: string
  /** Its name, in any letter case; undefined: the one of the environment, without one the simulator's. */
  readonly name: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * The credentials that a command works with. Nothing is stored and nothing is made: a folder that no app has used has no
 * Simulator profile. Throws NOT_FOUND or SETTINGS_CORRUPT.
 */
export async function profileFor({ dataFolder, name, environment }: ProfileWish) {
  const files = { ...readingOnly, folder: dataFolder }
  const settings = createSettings(files)
  const secrets = await createSecrets({ ...files, codec: createFileSecretCodec(process.platform) })
  const found = readEnvironmentProfile(environment, readFoundKey)
  for (const [secretName, secret] of found?.secrets ?? []) {
    if (found !== null) secrets.hold(found.profile.id, secretName, secret)
  }
  const profiles = createProfileRoster(settings, found).all()
  const profile =
    name === undefined
      ? (found?.profile ?? profiles.find(isSimulatorProfile))
      : profiles.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (profile === undefined) throw noProfile(name, profiles)
  return { profile, secrets, credentials: createCredentials(() => profiles, secrets) }
}

/** Throws SIGNATURE_SECRET_MISSING. */
export function requireSignatureSecret(profile: Profile, secrets: Pick<Secrets, 'view'>): void {
  const view = secrets.view(profile.id, 'signatureSecret')
  if (view.state === 'set') return
  const isOfEnvironment = originOf(profile) === 'environment'
  throw new WorkbenchError({
    code: 'SIGNATURE_SECRET_MISSING',
    what: `The profile ${profile.name} has no signature secret that can be used here.`,
    why:
      view.state === 'unreadable'
        ? view.reason
        : 'Callbacks are signed as Vonage does, with the signature secret of the account.',
    fix: isOfEnvironment
      ? 'Set VONAGE_API_SIGNATURE_SECRET, or take the simulator’s with --profile simulator.'
      : 'Set VONAGE_API_KEY, VONAGE_APPLICATION_ID and VONAGE_API_SIGNATURE_SECRET.',
  })
}

function noProfile(name: string | undefined, profiles: readonly Profile[]): WorkbenchError {
  const names = profiles.map((profile) => profile.name).join(', ')
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: name === undefined ? 'There are no credentials to work with.' : `There is no profile ${name}.`,
    why:
      names === ''
        ? 'No VONAGE_ variables are set, and no app has used the data folder yet.'
        : `There is ${names}.`,
    fix:
      name === undefined || names === ''
        ? 'Set VONAGE_API_KEY, VONAGE_APPLICATION_ID and VONAGE_API_SIGNATURE_SECRET, or start the app once.'
        : 'Give one of these names with --profile.',
  })
}
