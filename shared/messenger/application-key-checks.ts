import type { Check } from '../check.ts'

/** What is compared; fingerprints are of public keys, so they may be shown. */
export type KeysToCompare = {
  readonly applicationName: string
  readonly profileName: string
  /** Of the public key Vonage has; null when it has none or it cannot be read. */
  readonly applicationFingerprint: string | null
  /** Of the public half of the profile's private key; null when it has no key that can be used. */
  readonly profileFingerprint: string | null
  /** Whether the token's signature fits the key Vonage has; null when there is no RS256 token to look at. */
  readonly isTokenSigned: boolean | null
}

const NEW_PAIR =
  'Use the private.key that belongs to it. If it is lost, make a new key pair in the dashboard: the old key stops working at once.'

/**
 * Whether a profile's key, and a token, belong to the application as Vonage knows it.
 * Source: Application API v2 specification, `keys.public_key`.
 */
export function applicationKeyChecks(keys: KeysToCompare): readonly Check[] {
  if (keys.applicationFingerprint === null) return [noPublicKey(keys)]
  return [
    profileKeyCheck(keys, keys.applicationFingerprint),
    ...tokenKeyCheck(keys, keys.applicationFingerprint),
  ]
}

function noPublicKey({ applicationName }: KeysToCompare): Check {
  return {
    ...PROFILE_KEY,
    ok: false,
    actual: 'no public key that can be read',
    why: `Vonage shows no public key for ${applicationName}, so no token of it can be accepted.`,
    fix: 'Make a key pair on the application’s page in the dashboard, save, and use the new private.key.',
  }
}

function profileKeyCheck({ profileFingerprint, profileName }: KeysToCompare, expected: string): Check {
  const check = { ...PROFILE_KEY, expected: `key ${expected}, which Vonage has` }
  if (profileFingerprint === null) {
    return {
      ...check,
      ok: null,
      actual: 'not checked',
      why: `The profile ${profileName} has no private key that can be used.`,
      fix: 'Enter it in Settings.',
    }
  }
  const isSame = profileFingerprint === expected
  return {
    ...check,
    ok: isSame,
    actual: `key ${profileFingerprint} of ${profileName}`,
    why: isSame
      ? ''
      : 'The private key of the profile belongs to another application, or was replaced by a new one.',
    fix: isSame ? '' : NEW_PAIR,
  }
}

function tokenKeyCheck({ isTokenSigned }: KeysToCompare, expected: string): readonly Check[] {
  if (isTokenSigned === null) return []
  return [
    {
      id: 'token-application-key',
      title: 'Token fits the key Vonage has',
      severity: 'error',
      expected: `signed with the private half of key ${expected}`,
      ok: isTokenSigned,
      actual: isTokenSigned ? 'fits' : 'does not fit',
      why: isTokenSigned ? '' : 'Vonage checks the token with that key and answers 401.',
      fix: isTokenSigned ? '' : `Make the token with the right key. ${NEW_PAIR}`,
    },
  ]
}

const PROFILE_KEY = {
  id: 'application-key',
  title: 'Key belongs to the application',
  severity: 'error',
  expected: 'the private key whose public half Vonage has',
} as const
