import { WorkbenchError } from '#shared/errors.ts'
import type { Profile, ProfileInput, ProfileView, SecretName } from '#shared/profile.ts'
import type { Secrets } from './secrets.ts'
import type { SettingsService } from './settings.ts'
import { isSimulatorProfile } from './simulator-profile.ts'

type Deps = {
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly newId: () => string
  /** Turns what was entered as private key (PEM text or a path) into clean PEM text. Throws KEY_UNUSABLE. */
  readonly readPrivateKey: (entered: string) => string
  readonly messagesUrl: (profile: Profile) => string | null
  readonly onChange: () => void
  /** Secrets were stored or removed: what was judged with them may be judged anew. */
  readonly onSecretsChange: () => void
}

export type Profiles = ReturnType<typeof createProfiles>

/** The sets of credentials and their secrets; exactly one is active. */
export function createProfiles({
  settings,
  secrets,
  newId,
  readPrivateKey,
  messagesUrl,
  onChange,
  onSecretsChange,
}: Deps) {
  const all = () => settings.get().profiles
  const find = (id: string) => all().find((profile) => profile.id === id) ?? fail(notFound(id))

  async function applySecrets(id: string, changes: ProfileInput['secrets']): Promise<void> {
    // All are checked before the first is stored: a refused key must not leave half a profile behind.
    const key = changes.privateKey
    const pem = key.do === 'set' ? readPrivateKey(key.value) : ''
    for (const name of ['privateKey', 'apiSecret', 'signatureSecret'] satisfies SecretName[]) {
      const change = changes[name]
      if (change.do === 'clear') secrets.clear(id, name)
      if (change.do === 'set') await secrets.set(id, name, name === 'privateKey' ? pem : change.value.trim())
    }
  }

  return {
    find,
    all,
    active: () => find(settings.get().activeProfileId),
    views: () => all().map((profile) => viewOf(profile, secrets, messagesUrl)),
    /** Creates (id null) or changes a profile. Throws NOT_FOUND, PROFILE_FIXED or KEY_UNUSABLE; nothing is stored then. */
    async save({ profile, secrets: changes }: ProfileInput): Promise<string> {
      if (profile.id !== null && isSimulatorProfile(find(profile.id))) throw fixed()
      const id = profile.id ?? newId()
      await applySecrets(id, changes)
      const saved: Profile = { ...profile, id }
      const isNew = profile.id === null
      const profiles = isNew
        ? [...all(), saved]
        : all().map((one) => (one.id === id ? { ...one, ...saved } : one))
      settings.update(isNew ? { profiles, activeProfileId: id } : { profiles })
      onChange()
      onSecretsChange()
      return id
    },
    /** Deletes a profile and its secrets. The simulator's cannot be deleted. */
    remove(id: string): void {
      if (isSimulatorProfile(find(id))) throw fixed()
      const profiles = all().filter((profile) => profile.id !== id)
      const { activeProfileId } = settings.get()
      settings.update({
        profiles,
        activeProfileId: activeProfileId === id ? (profiles[0]?.id ?? '') : activeProfileId,
      })
      secrets.clearProfile(id)
      onChange()
      onSecretsChange()
    },
    activate(id: string): void {
      settings.update({ activeProfileId: find(id).id })
      onChange()
    },
  }
}

function viewOf(profile: Profile, secrets: Secrets, messagesUrl: Deps['messagesUrl']): ProfileView {
  const { id, name, applicationId, apiKey, baseUrl } = profile
  return {
    id,
    name,
    applicationId,
    apiKey,
    baseUrl,
    isSimulator: isSimulatorProfile(profile),
    messagesUrl: messagesUrl(profile),
    secrets: {
      privateKey: secrets.view(id, 'privateKey'),
      apiSecret: secrets.view(id, 'apiSecret'),
      signatureSecret: secrets.view(id, 'signatureSecret'),
    },
  }
}

function fail(error: Error): never {
  throw error
}

function notFound(id: string): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: `There is no profile ${id}.`,
    why: 'It was deleted, perhaps in another window.',
    fix: 'Choose another profile.',
  })
}

function fixed(): WorkbenchError {
  return new WorkbenchError({
    code: 'PROFILE_FIXED',
    what: 'The Simulator profile cannot be changed or deleted.',
    why: 'Its key and secrets belong to the simulator on this computer.',
    fix: 'Create a new profile for a Vonage application.',
  })
}
