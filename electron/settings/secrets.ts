import { z } from 'zod'
import type { Explanation } from '#shared/errors.ts'
import { SecretName, type SecretView } from '#shared/profile.ts'
import type { HeldSecret } from './environment-profile.ts'
import { openOrSetAside } from './read-or-set-aside.ts'
import type { SecretCodec } from './secret-codec.ts'
import { secretHint } from './secret-hint.ts'
import type { OpenStoreFile } from './store-file.ts'

/** What is kept: the secrets of profiles, and the tunnel's own. */
const KEPT = [...SecretName.options, 'authtoken'] as const
export type KeptSecretName = (typeof KEPT)[number]

const StoredSecret = z.looseObject({ protection: z.enum(['safe-storage', 'file']), value: z.string() })
type StoredSecret = z.infer<typeof StoredSecret>
/** Looser than what is written: secrets that only a later version knows are kept, not taken for damage. */
const ProfileSecrets = z.looseObject({
  privateKey: StoredSecret.optional(),
  apiSecret: StoredSecret.optional(),
  signatureSecret: StoredSecret.optional(),
  authtoken: StoredSecret.optional(),
} satisfies Record<KeptSecretName, z.ZodType>)
const SecretsFile = z.looseObject({ profiles: z.record(z.string(), ProfileSecrets).default({}) })

type Revealed = { readonly value: string; readonly isProtected: boolean } | { readonly reason: string }

export type Secrets = {
  /** The secret itself; null when it is not set or cannot be read here. Never leaves the main side. */
  readonly get: (profileId: string, name: KeptSecretName) => string | null
  readonly view: (profileId: string, name: KeptSecretName) => SecretView
  readonly set: (profileId: string, name: KeptSecretName, value: string, codec?: SecretCodec) => Promise<void>
  /** Keeps a secret for this run only. It is never written. */
  readonly hold: (profileId: string, name: KeptSecretName, secret: HeldSecret) => void
  readonly clear: (profileId: string, name: KeptSecretName) => void
  readonly clearProfile: (profileId: string) => void
}

type Deps = {
  readonly folder: string
  readonly open: OpenStoreFile
  readonly codec: SecretCodec
  readonly nowMs: () => number
  readonly onSetAside: (explanation: Explanation) => void
}

/** The secrets of all profiles: protected on disk by the host's codec, in memory while the app runs. */
export async function createSecrets(deps: Deps): Promise<Secrets> {
  const { file, content } = openOrSetAside({ ...deps, name: 'secrets', schema: SecretsFile })
  let { profiles } = content
  const revealed = new Map<string, Revealed>()
  for (const [id, secrets] of Object.entries(profiles)) {
    for (const name of KEPT) {
      const secret = secrets[name]
      if (secret !== undefined) revealed.set(keyOf(id, name), await reveal(secret, deps.codec))
    }
  }

  const save = (next: typeof profiles) => {
    file.write({ ...content, profiles: next })
    profiles = next
  }
  const change = (profileId: string, name: KeptSecretName, secret: StoredSecret | undefined) =>
    save({ ...profiles, [profileId]: { ...profiles[profileId], [name]: secret } })

  return {
    get(profileId, name) {
      const secret = revealed.get(keyOf(profileId, name))
      return secret !== undefined && 'value' in secret ? secret.value : null
    },
    view: (profileId, name) => viewOf(name, revealed.get(keyOf(profileId, name))),
    async set(profileId, name, value, codec = deps.codec) {
      const secret = { protection: codec.name, value: await codec.protect(value) }
      change(profileId, name, secret)
      revealed.set(keyOf(profileId, name), { value, isProtected: codec.isProtected })
    },
    hold(profileId, name, secret) {
      revealed.set(keyOf(profileId, name), { ...secret, isProtected: false })
    },
    clear(profileId, name) {
      change(profileId, name, undefined)
      revealed.delete(keyOf(profileId, name))
    },
    clearProfile(profileId) {
      save(Object.fromEntries(Object.entries(profiles).filter(([id]) => id !== profileId)))
      for (const name of KEPT) revealed.delete(keyOf(profileId, name))
    },
  }
}

function keyOf(profileId: string, name: KeptSecretName): string {
  return `${profileId}/${name}`
}

async function reveal({ protection, value }: StoredSecret, codec: SecretCodec): Promise<Revealed> {
  if (protection === 'file') return { value, isProtected: false }
  if (codec.name !== protection) {
    return { reason: "The desktop app stored it in the system's key store. Enter it again to use it here." }
  }
  try {
    return { value: await codec.reveal(value), isProtected: codec.isProtected }
  } catch {
    return { reason: "The system's key store could not decrypt it. Enter it again." }
  }
}

function viewOf(name: KeptSecretName, secret: Revealed | undefined): SecretView {
  if (secret === undefined) return { state: 'not-set' }
  if ('reason' in secret) return { state: 'unreadable', reason: secret.reason }
  return { state: 'set', hint: secretHint(name, secret.value), isProtected: secret.isProtected }
}
