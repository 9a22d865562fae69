import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

/** Whether an RS256 `signature` (base64url) of a text was made with the private half of this key. Never throws. */
export function isRs256(signedText: string, signature: string, publicKey: KeyObject): boolean {
  if (publicKey.asymmetricKeyType !== 'rsa') return false
  return verify('RSA-SHA256', Buffer.from(signedText), publicKey, Buffer.from(signature, 'base64url'))
}

/** The first half of the SHA-256 of a public key (DER, SubjectPublicKeyInfo): short enough to compare by eye. */
export function fingerprintOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 32)
}

/** A public key from PEM text; null when the text is none. */
export function readPublicKey(pem: string): KeyObject | null {
  // createPublicKey would also derive one from a private key, which has no business in an answer.
  if (!pem.includes('PUBLIC KEY-----')) return null
  try {
    return createPublicKey({ key: pem, format: 'pem' })
  } catch {
    return null
  }
}
