import type { KeyObject } from 'node:crypto'
import { describeClaims } from '#shared/messenger/describe-token.ts'
import { readToken } from '#shared/messenger/read-token.ts'
import type { SignatureSecret } from '#shared/messenger/signature-facts.ts'
import { apiTokenValidity } from '#shared/messenger/token-times.ts'
import type { Profile } from '#shared/profile.ts'
import type { ApplicationComparison, MadeToken, TokenReading, TokenRequest } from '#shared/token.ts'
import { type Comparison, compareApplicationKey } from './compare-application-key.ts'
import type { Secrets } from './settings/secrets.ts'
import { createTokenKeys } from './token-keys.ts'
import { createApiToken } from './vonage/api-token.ts'
import type { ApplicationClient } from './vonage/application-client.ts'
import { signatureCrypto } from './vonage/signature-judge.ts'

type Deps = {
  readonly profiles: {
    readonly all: () => readonly Profile[]
    readonly find: (id: string) => Profile
    readonly active: () => Profile
  }
  /** The key of a profile, ready to sign. Throws KEY_MISSING, SECRET_UNREADABLE or KEY_UNUSABLE. */
  readonly keyOf: (profile: Profile) => KeyObject
  readonly secrets: Pick<Secrets, 'get'>
  readonly signatureSecrets: () => readonly SignatureSecret[]
  readonly apiSecrets: () => readonly SignatureSecret[]
  readonly lookUpApplication: ApplicationClient['look']
  readonly nowMs: () => number
  readonly newUuid: () => string
}

type ComparisonRequest = Omit<Comparison, 'profile'> & { readonly profileId: string }

/** Makes tokens with the keys of the profiles, and reads tokens of any origin. Keys and secrets stay in here. */
export function createTokenDesk(deps: Deps) {
  const { profiles, secrets, lookUpApplication } = deps
  const { publicHalfOf, tokenProfiles, isSignedByProfile } = createTokenKeys({
    profiles: profiles.all,
    secrets,
  })

  return {
    /** Throws NOT_FOUND, KEY_MISSING, SECRET_UNREADABLE, KEY_UNUSABLE, APPLICATION_ID_MISSING or BAD_INPUT. */
    async make({ profileId, ...wishes }: TokenRequest): Promise<MadeToken> {
      const profile = profiles.find(profileId)
      const { applicationId, name } = profile
      const made = await createApiToken({ key: deps.keyOf(profile), applicationId, ...wishes }, deps)
      return {
        token: made.token,
        profileId,
        profileName: name,
        keyFormat: publicHalfOf(profile)?.format ?? 'pkcs8',
        validity: apiTokenValidity(made.claims),
        claims: [...describeClaims(made.claims)],
      }
    },

    /** Reads and checks the token in a text, on this computer only. Never throws. */
    read(text: string): TokenReading {
      return readToken(text, {
        nowMs: deps.nowMs(),
        profiles: tokenProfiles(),
        activeProfileId: profiles.active().id,
        signatureSecrets: deps.signatureSecrets(),
        apiSecrets: deps.apiSecrets(),
        crypto: { ...signatureCrypto, isSignedByProfile },
      })
    },

    /** Throws NOT_FOUND, BAD_INPUT, API_SECRET_MISSING, HTTP_REFUSED or NETWORK_…. */
    async compare({ profileId, ...comparison }: ComparisonRequest): Promise<ApplicationComparison> {
      const profile = profiles.find(profileId)
      return compareApplicationKey({ ...comparison, profile }, { secrets, publicHalfOf, lookUpApplication })
    },
  }
}
