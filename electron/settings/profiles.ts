import type { Profile, ProfileInput } from '#shared/profile.ts'
import { changeSecrets, copySecrets } from './change-secrets.ts'
import { environmentFixed, profileNotFound, simulatorFixed } from './profile-faults.ts'
import { originOf, type ProfileRoster } from './profile-roster.ts'
import { viewOfProfile } from './profile-view.ts'
import type { Secrets } from './secrets.ts'
import type { SettingsService } from './settings.ts'

type Deps = {
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly roster: ProfileRoster
  readonly newId: () => string
  /** Turns what was entered as private key (PEM text or a path) into clean PEM text. Throws KEY_UNUSABLE. */
  readonly readPrivateKey: (entered: string) => string
  readonly messagesUrl: (profile: Profile) => string | null
  readonly onChange: () => void
  /** Secrets were stored or removed: what was judged with them may be judged anew. */
  readonly onSecretsChange: () => void
}

const LONGEST_NAME = 80

export type Profiles = ReturnType<typeof createProfiles>

/** The sets of credentials and their secrets; exactly one is active. */
export function createProfiles(deps: Deps) {
  const { settings, secrets, roster, onChange, onSecretsChange } = deps
  const { all, stored } = roster
  const find = (id: string) => all().find((profile) => profile.id === id) ?? fail(profileNotFound(id))

  return {
    find,
    all,
    active: () => find(settings.get().activeProfileId),
    views: () => all().map((profile) => viewOfProfile(profile, deps)),
    /** Creates (id null) or changes a profile. Throws NOT_FOUND, PROFILE_FIXED or KEY_UNUSABLE; nothing is stored then. */
    async save({ profile, secrets: changes }: ProfileInput): Promise<string> {
      if (profile.id !== null) assertStored(find(profile.id), roster)
      const id = profile.id ?? deps.newId()
      await changeSecrets(secrets, id, changes, deps.readPrivateKey)
      const saved: Profile = { ...profile, id }
      const isNew = profile.id === null
      const profiles = isNew
        ? [...stored(), saved]
        : stored().map((one) => (one.id === id ? { ...one, ...saved } : one))
      settings.update(isNew ? { profiles, activeProfileId: id } : { profiles })
      onChange()
      onSecretsChange()
      return id
    },
    /** Copies a profile of any origin, with its secrets, into a stored one. Throws NOT_FOUND. */
    async duplicate(id: string): Promise<string> {
      const original = find(id)
      const name = `Copy of ${original.name}`.slice(0, LONGEST_NAME)
      const copy: Profile = { ...original, id: deps.newId(), name }
      await copySecrets(secrets, id, copy.id)
      settings.update({ profiles: [...stored(), copy] })
      onChange()
      return copy.id
    },
    /** Deletes a stored profile and its secrets. Throws NOT_FOUND or PROFILE_FIXED. */
    remove(id: string): void {
      assertStored(find(id), roster)
      const profiles = stored().filter((profile) => profile.id !== id)
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

function assertStored(profile: Profile, roster: ProfileRoster): void {
  const origin = originOf(profile)
  if (origin === 'simulator') throw simulatorFixed()
  if (origin === 'environment') throw environmentFixed(roster.variablesOf(profile))
}

function fail(error: Error): never {
  throw error
}
