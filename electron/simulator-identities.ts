import type { KeyObject } from 'node:crypto'
import type { Profile } from '#shared/profile.ts'
import type { ProfileRoster } from './settings/profile-roster.ts'
import type { Secrets } from './settings/secrets.ts'
import { isSimulatorProfile } from './settings/simulator-profile.ts'
import { type Identity, signerOf } from './simulator/identity.ts'
import { createTokenKeys } from './token-keys.ts'

type Deps = {
  readonly roster: ProfileRoster
  readonly secrets: Secrets
  readonly activeProfileId: () => string
  /** The simulator's own application. */
  readonly own: Identity
}

/** Whom the simulator knows: its own application, and those of all profiles as far as their secrets are stored here. */
export function createSimulatorIdentities({ roster, secrets, activeProfileId, own }: Deps) {
  const { publicHalfOf } = createTokenKeys({ profiles: roster.all, secrets })
  const keys = new Map<string, { readonly pem: string | null; readonly key: KeyObject | null }>()

  /** Reading a key takes its time, so it is kept until the stored one changes. */
  function publicKeyOf(profile: Profile): KeyObject | null {
    const pem = secrets.get(profile.id, 'privateKey')
    const kept = keys.get(profile.id)
    if (kept !== undefined && kept.pem === pem) return kept.key
    const key = publicHalfOf(profile)?.publicKey ?? null
    keys.set(profile.id, { pem, key })
    return key
  }

  function identityOf(profile: Profile): Identity {
    if (isSimulatorProfile(profile)) return own
    const { id, name, applicationId, apiKey } = profile
    return {
      ...{ name, applicationId, apiKey },
      apiSecret: secrets.get(id, 'apiSecret'),
      signatureSecret: secrets.get(id, 'signatureSecret'),
      publicKey: () => publicKeyOf(profile),
    }
  }

  return {
    all: (): readonly Identity[] => [
      own,
      ...roster.all().flatMap((profile) => (isSimulatorProfile(profile) ? [] : [identityOf(profile)])),
    ],
    /** The profile in use, where it has all that a signature needs; else the simulator itself. Throws if neither has. */
    signsAs() {
      const active = roster.all().find(({ id }) => id === activeProfileId())
      for (const identity of active === undefined ? [own] : [identityOf(active), own]) {
        const signer = signerOf(identity)
        if (signer !== null) return { name: identity.name, signer }
      }
      throw new Error('The simulator has no secrets of its own.')
    },
  }
}
