import { createPublicKey, type KeyObject } from 'node:crypto'
import { applicationApiOrigin } from '#shared/messenger/application-api.ts'
import type { KeyFormat } from '#shared/messenger/private-key.ts'
import type { TokenProfile } from '#shared/messenger/token-check.ts'
import type { Profile } from '#shared/profile.ts'
import type { Secrets } from './settings/secrets.ts'
import { loadPrivateKey } from './vonage/private-key.ts'
import { isRs256 } from './vonage/token-crypto.ts'

export type PublicHalf = { readonly publicKey: KeyObject; readonly format: KeyFormat }

type Deps = { readonly profiles: () => readonly Profile[]; readonly secrets: Pick<Secrets, 'get'> }

/** What checking tokens needs of the profiles' keys: public halves and formats, never a private key. */
export function createTokenKeys({ profiles, secrets }: Deps) {
  /** Null for a missing key as for one that cannot be used: checking a token needs to know no more than that. */
  function publicHalfOf({ id }: Profile): PublicHalf | null {
    const pem = secrets.get(id, 'privateKey')
    const loaded = pem === null ? null : loadPrivateKey(pem)
    return loaded?.ok ? { publicKey: createPublicKey(loaded.key), format: loaded.format } : null
  }

  return {
    publicHalfOf,
    /** Every profile as the checks know it. */
    tokenProfiles: (): readonly TokenProfile[] =>
      profiles().map((profile) => {
        const { id, name, applicationId, apiKey, baseUrl } = profile
        const origin = applicationApiOrigin(baseUrl)
        const hasAccount = apiKey !== '' && secrets.get(id, 'apiSecret') !== null
        return {
          id,
          name,
          applicationId,
          isSimulator: baseUrl.kind === 'simulator',
          keyFormat: publicHalfOf(profile)?.format ?? null,
          applicationApi: origin === null ? null : { host: new URL(origin).host, hasAccount },
        }
      }),
    isSignedByProfile(signedText: string, signature: string, profileId: string): boolean {
      const profile = profiles().find(({ id }) => id === profileId)
      const half = profile === undefined ? null : publicHalfOf(profile)
      return half !== null && isRs256(signedText, signature, half.publicKey)
    },
  }
}
