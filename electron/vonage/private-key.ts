import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Explanation } from '#shared/errors.ts'
import { explainKeyFault, type KeyFault } from '#shared/messenger/key-fault.ts'
import { diagnosePrivateKey, type KeyFormat } from '#shared/messenger/private-key.ts'

const LEAST_BITS = 2048

export type LoadedKey =
  | {
      readonly ok: true
      readonly key: KeyObject
      /** The key as clean PEM text, for keeping. A secret. */
      readonly pem: string
      readonly format: KeyFormat
      readonly bits: number
      readonly repairs: readonly string[]
    }
  | { readonly ok: false; readonly explanation: Explanation }

/**
 * Loads a pasted private key for signing API tokens. A key that cannot sign RS256 comes back with the specific reason
 * (`KEY_UNUSABLE`); no part of the key is ever in it. Never throws.
 */
export function loadPrivateKey(text: string): LoadedKey {
  const diagnosis = diagnosePrivateKey(text)
  if (!diagnosis.ok) return { ok: false, explanation: diagnosis.explanation }
  const key = keyOf(diagnosis.pem)
  if (key === null) return unusable('damaged')
  if (key.asymmetricKeyType !== 'rsa') return unusable('not-rsa')
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < LEAST_BITS) return unusable('too-short')
  return { ok: true, key, pem: diagnosis.pem, format: diagnosis.format, bits, repairs: diagnosis.repairs }
}

/** The public half as PEM (SubjectPublicKeyInfo), the form the Application API shows in `keys.public_key`. */
export function publicKeyPemOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
}

/** The library's own error is left out on purpose: its texts differ between Node and Electron and help nobody. */
function keyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey({ key: pem, format: 'pem' })
  } catch {
    return null
  }
}

function unusable(fault: KeyFault): LoadedKey {
  return { ok: false, explanation: explainKeyFault(fault) }
}
