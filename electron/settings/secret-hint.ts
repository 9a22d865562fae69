import type { KeptSecretName } from './secrets.ts'

const LEAST_LENGTH = 12

/** All that is shown of a secret: its last 4 characters, or for a key what kind it is; '' for a short secret. */
export function secretHint(name: KeptSecretName, value: string): string {
  // The end of a PEM file says nothing; a few characters of a short secret would say too much.
  if (name === 'privateKey') return 'RSA key'
  return value.length >= LEAST_LENGTH ? value.slice(-4) : ''
}
