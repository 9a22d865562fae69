import type { Explanation } from '#shared/errors.ts'
import type { Profile, ProfileOrigin } from '#shared/profile.ts'
import { type EnvironmentProfile, isEnvironmentId } from './environment-profile.ts'
import type { SettingsService } from './settings.ts'
import { isSimulatorProfile } from './simulator-profile.ts'

export type ProfileRoster = ReturnType<typeof createProfileRoster>

/** All profiles there are: those in the settings, and the one of the environment while its variables are set. */
export function createProfileRoster(settings: SettingsService, environment: EnvironmentProfile | null) {
  const stored = () => settings.get().profiles
  const all = (): readonly Profile[] => (environment === null ? stored() : [...stored(), environment.profile])
  return {
    /** Those that may be written to the settings. */
    stored,
    all,
    /** Names of the variables a profile comes from; none for a profile of the settings. */
    variablesOf: ({ id }: Profile): readonly string[] =>
      environment?.profile.id === id ? environment.variables : [],
    /** Falls back to the first profile when the one in use is gone; says so when it was the environment's. */
    ensureActive(onGone: (explanation: Explanation) => void): void {
      const { activeProfileId } = settings.get()
      const [first] = all()
      if (first === undefined || all().some(({ id }) => id === activeProfileId)) return
      settings.update({ activeProfileId: first.id })
      if (isEnvironmentId(activeProfileId)) onGone(environmentGone(first))
    },
  }
}

/** Where a profile comes from: the simulator, the environment, or a person who stored it. */
export function originOf({ id }: Pick<Profile, 'id'>): ProfileOrigin {
  if (isSimulatorProfile({ id })) return 'simulator'
  return isEnvironmentId(id) ? 'environment' : 'stored'
}

function environmentGone({ name }: Profile): Explanation {
  return {
    code: 'ENVIRONMENT_GONE',
    what: `The Environment profile is gone, so ${name} is in use now.`,
    why: 'The app was started without the VONAGE_ or NEXMO_ variables that the profile came from.',
    fix: 'Start the app where the variables are set, or choose another profile.',
  }
}
