import { type ProfileInput, SecretName } from '#shared/profile.ts'
import type { Secrets } from './secrets.ts'

/** Changes the secrets of a profile. `readKey` turns what was entered as private key into clean PEM; may throw. */
export async function changeSecrets(
  secrets: Secrets,
  id: string,
  changes: ProfileInput['secrets'],
  readKey: (entered: string) => string,
): Promise<void> {
  // All are checked before the first is stored: a refused key must not leave half a profile behind.
  const key = changes.privateKey
  const pem = key.do === 'set' ? readKey(key.value) : ''
  for (const name of SecretName.options) {
    const change = changes[name]
    if (change.do === 'clear') secrets.clear(id, name)
    if (change.do === 'set') await secrets.set(id, name, name === 'privateKey' ? pem : change.value.trim())
  }
}

/** Gives a profile the secrets of another one, as far as they can be read here. */
export async function copySecrets(secrets: Secrets, fromId: string, toId: string): Promise<void> {
  for (const name of SecretName.options) {
    const secret = secrets.get(fromId, name)
    if (secret !== null) await secrets.set(toId, name, secret)
  }
}
