import { randomUUID } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { isVonageMedia } from '#shared/messenger/vonage-media.ts'
import type { Profile } from '#shared/profile.ts'
import type { createCredentials } from './credentials.ts'
import { createMediaFetcher } from './media/fetch-media.ts'
import { isPublicAddress } from './media/public-address.ts'
import { createMediaDesk, type MediaDesk } from './media-desk.ts'
import type { Profiles } from './settings/profiles.ts'
import type { Secrets } from './settings/secrets.ts'
import type { Store } from './store/store.ts'
import { createApiToken } from './vonage/api-token.ts'

type Deps = {
  readonly profiles: Pick<Profiles, 'all' | 'active'>
  readonly credentials: Pick<ReturnType<typeof createCredentials>, 'keyOf'>
  readonly secrets: Pick<Secrets, 'get'>
  readonly simulatorProfile: Profile
  readonly store: Pick<Store, 'intake' | 'countEarlier'>
}

/** The media desk with the real network, clock and keys. */
export function openMediaDesk({ profiles, credentials, secrets, simulatorProfile, store }: Deps): MediaDesk {
  return createMediaDesk({
    store,
    fetch: createMediaFetcher({
      resolve: (hostname) => lookup(hostname, { all: true }),
      isAllowed: isPublicAddress,
      takesToken: isVonageMedia,
    }),
    simulatorSecret() {
      const { id, name, apiKey } = simulatorProfile
      const secret = secrets.get(id, 'signatureSecret')
      return secret === null ? null : { apiKey, profileName: name, secret }
    },
    profiles: profiles.all,
    activeProfile: profiles.active,
    async makeToken(profile) {
      const key = credentials.keyOf(profile)
      const { applicationId } = profile
      const made = await createApiToken(
        { key, applicationId },
        { nowMs: () => Date.now(), newUuid: randomUUID },
      )
      return made.token
    },
  })
}
