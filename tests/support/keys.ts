import { generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A throwaway RSA pair, as PEM where text is wanted. */
export function rsaPair(bits = 2048) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  return {
    privateKey,
    publicKey,
    pkcs8: pem(privateKey, 'pkcs8'),
    pkcs1: pem(privateKey, 'pkcs1'),
    spki: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

function pem(key: KeyObject, type: 'pkcs8' | 'pkcs1'): string {
  return key.export({ type, format: 'pem' }).toString()
}
