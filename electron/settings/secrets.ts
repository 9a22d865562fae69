import { z } from 'zod'
import type { Explanation } from '#shared/errors.ts'
import { SecretName, type SecretView } from '#shared/profile.ts'
import type { HeldSecret } from './environment-profile.ts'
import { openOrSetAside } from './read-or-set-aside.ts'
import type { SecretCodec } from './secret-codec.ts'
import { secretHint } from './secret-hint.ts'
import type { OpenStoreFile } from './store-file.ts'

const StoredSecret = z.object({ protection: z.enum(['safe-storage', 'file']), value: z.string() })
const SecretsFile = z.looseObject({
  profiles: z.record(z.string(), z.partialRecord(SecretName, StoredSecret)).default({}),
})
type StoredSecret = z.infer<typeof StoredSecret>

type Revealed = { readonly value: string; readonly isProtected: boolean } | { readonly reason: string }

export type Secrets = {
  /** The secret itself; null when it is not set or cannot be read here. Never leaves the main side. */
  readonly get: (profileId: string, name: SecretName) => string | null
  readonly view: (profileId: string, name: SecretName) => SecretView
  readonly set: (profileId: string, name: SecretName, value: string, codec?: SecretCodec) => Promise<void>
  /** Keeps a secret for this run only. It is never written. */
  readonly hold: (profileId: string, name: SecretName, secret: HeldSecret) => void
  readonly clear: (profileId: string, name: SecretName) => void
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
  const stored = new Map(
    Object.entries(content.profiles).map(([id, secrets]) => [id, new Map(entries(secrets))]),
  )
  const revealed = new Map<string, Revealed>()
  for (const [id, secrets] of stored) {
    for (const [name, secret] of secrets) revealed.set(keyOf(id, name), await reveal(secret, deps.codec))
  }

  const save = () => {
    const profiles = Object.fromEntries([...stored].map(([id, secrets]) => [id, Object.fromEntries(secrets)]))
    file.write({ ...content, profiles })
  }
  const drop = (profileId: string, names: readonly SecretName[]) => {
    for (const name of names) {
      stored.get(profileId)?.delete(name)
      revealed.delete(keyOf(profileId, name))
    }
    if (stored.get(profileId)?.size === 0) stored.delete(profileId)
    save()
  }

  return {
    get(profileId, name) {
      const secret = revealed.get(keyOf(profileId, name))
      return secret !== undefined && 'value' in secret ? secret.value : null
    },
    view: (profileId, name) => viewOf(name, revealed.get(keyOf(profileId, name))),
    async set(profileId, name, value, codec = deps.codec) {
      const secret = { protection: codec.name, value: await codec.protect(value) }
      stored.set(profileId, (stored.get(profileId) ?? new Map()).set(name, secret))
      revealed.set(keyOf(profileId, name), { value, isProtected: codec.isProtected })
      save()
    },
    hold(profileId, name, secret) {
      revealed.set(keyOf(profileId, name), { ...secret, isProtected: false })
    },
    clear: (profileId, name) => drop(profileId, [name]),
    clearProfile: (profileId) => drop(profileId, SecretName.options),
  }
}

function keyOf(profileId: string, name: SecretName): string {
  return `${profileId}/${name}`
}

function entries(
  secrets: Partial<Record<SecretName, StoredSecret>>,
): readonly (readonly [SecretName, StoredSecret])[] {
  return SecretName.options.flatMap((name) => {
    const secret = secrets[name]
    return secret === undefined ? [] : [[name, secret] as const]
  })
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

function viewOf(name: SecretName, secret: Revealed | undefined): SecretView {
  if (secret === undefined) return { state: 'not-set' }
  if ('reason' in secret) return { state: 'unreadable', reason: secret.reason }
  return { state: 'set', hint: secretHint(name, secret.value), isProtected: secret.isProtected }
}
