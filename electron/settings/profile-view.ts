import type { Profile, ProfileView } from '#shared/profile.ts'
import { originOf, type ProfileRoster } from './profile-roster.ts'
import type { Secrets } from './secrets.ts'

type Deps = {
  readonly roster: ProfileRoster
  readonly secrets: Secrets
  readonly messagesUrl: (profile: Profile) => string | null
}

/** A profile as the page may see it. The settings may hold members that this version does not know: they stay here. */
export function viewOfProfile(profile: Profile, { roster, secrets, messagesUrl }: Deps): ProfileView {
  const { id, name, applicationId, apiKey, baseUrl } = profile
  return {
    id,
    name,
    applicationId,
    apiKey,
    baseUrl,
    origin: originOf(profile),
    variables: [...roster.variablesOf(profile)],
    messagesUrl: messagesUrl(profile),
    secrets: {
      privateKey: secrets.view(id, 'privateKey'),
      apiSecret: secrets.view(id, 'apiSecret'),
      signatureSecret: secrets.view(id, 'signatureSecret'),
    },
  }
}
