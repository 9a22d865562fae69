import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'

/** As Electron marks its own ciphertexts. */
const PREFIX = Buffer.from('v10')
const IV_LENGTH = 12
const TAG_LENGTH = 16

/**
 * Electron's safeStorage with a key in a file, where no keyring is. STANDIN_KEYRING is `basic_text` (the default),
 * `gnome_libsecret`, or `none` for no encryption at all.
 */
export function createSafeStorage(userData: () => string): Omit<SafeStorage, 'setUsePlainTextEncryption'> {
  const keyring = process.env.STANDIN_KEYRING ?? 'basic_text'
  const isAvailable = () => keyring !== 'none'

  function key(): Buffer {
    if (!isAvailable()) throw new Error('Encryption is not available.')
    const path = join(userData(), 'standin-safe-storage.key')
    if (!existsSync(path)) {
      mkdirSync(userData(), { recursive: true })
      writeFileSync(path, randomBytes(32), { mode: 0o600 })
    }
    return readFileSync(path)
  }

  return {
    isEncryptionAvailable: isAvailable,
    isAsyncEncryptionAvailable: async () => isAvailable(),
    getSelectedStorageBackend: () => (keyring === 'gnome_libsecret' ? keyring : 'basic_text'),
    encryptString: (text) => encrypt(text, key()),
    decryptString: (encrypted) => decrypt(encrypted, key()),
    encryptStringAsync: async (text) => encrypt(text, key()),
    decryptStringAsync: async (encrypted) => ({ result: decrypt(encrypted, key()), shouldReEncrypt: false }),
  }
}

function encrypt(text: string, key: Buffer): Buffer {
  const iv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([PREFIX, iv, cipher.getAuthTag(), body])
}

function decrypt(encrypted: Buffer, key: Buffer): string {
  if (!encrypted.subarray(0, PREFIX.length).equals(PREFIX)) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }
  const rest = encrypted.subarray(PREFIX.length)
  const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, IV_LENGTH))
  decipher.setAuthTag(rest.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH))
  return decipher.update(rest.subarray(IV_LENGTH + TAG_LENGTH), undefined, 'utf8') + decipher.final('utf8')
}
