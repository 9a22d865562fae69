import { safeStorage } from 'electron'
import { createFileSecretCodec, type SecretCodec } from '../settings/secret-codec.ts'

/**
 * Secrets encrypted by the system's key store. Where there is none, they are kept as browser mode keeps them, and
 * where Electron has only its own fixed key (`basic_text`), that is not called protection. Needs a ready app.
 */
export async function createDesktopSecretCodec(platform: NodeJS.Platform): Promise<SecretCodec> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return withoutKeyStore(platform)
  const isProtected = platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
  return {
    name: 'safe-storage',
    isProtected,
    sentence: isProtected
      ? "Secrets are kept in secrets.json in the data folder, encrypted with the system's key store."
      : 'Secrets are kept in secrets.json in the data folder, readable by your user account only, but not protected from other programs: no key store (GNOME Keyring, KWallet) was found.',
    protect: async (secret) => (await safeStorage.encryptStringAsync(secret)).toString('base64'),
    reveal: async (stored) => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(stored, 'base64'))
      return result
    },
  }
}

function withoutKeyStore(platform: NodeJS.Platform): SecretCodec {
  const codec = createFileSecretCodec(platform)
  return { ...codec, sentence: `The system offers no key store here. ${codec.sentence}` }
}
