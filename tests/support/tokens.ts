import { createHmac, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { signatureCrypto } from '#electron/vonage/signature-judge.ts'
import { isRs256 } from '#electron/vonage/token-crypto.ts'
import { readToken, type TokenSurroundings } from '#shared/messenger/read-token.ts'
import type { TokenProfile } from '#shared/messenger/token-check.ts'
import { rsaPair } from './keys.ts'

/** The pair of the profile that is held by default. */
export const KEYS = rsaPair()

export const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5)
export const NOW = NOW_MS / 1000
const APPLICATION_ID = '78d335fa-323d-4114-9c3d-d6f0d48968cf'
const SIGNATURE_SECRET = 'this-is-a-test-signature-secret-of-64-characters-0123456789abcde'

type Json = Readonly<Record<string, unknown>>

const API_HEADER = { alg: 'RS256', typ: 'JWT' }
/** A token for API calls that passes every check. */
export const API_CLAIMS = {
  application_id: APPLICATION_ID,
  iat: NOW - 10,
  exp: NOW + 890,
  jti: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
}

export const CALLBACK_HEADER = { alg: 'HS256', typ: 'JWT' }
/** The token of a callback that passes every check. */
export const CALLBACK_CLAIMS = {
  iat: NOW - 3600,
  jti: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
  iss: 'Vonage',
  payload_hash: 'f133a3008a9e8108410f4e4a67d8df4cb928703eaa5b573561f8e2d777aa0ca4',
  api_key: 'a1b2c3d4',
  application_id: APPLICATION_ID,
}

function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
}

/** A token signed by RSA, whatever its header says. */
export function rs256(
  claims: unknown,
  header: unknown = API_HEADER,
  key: KeyObject = KEYS.privateKey,
): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}

/** A token signed with a secret, whatever its header says. */
export function hs256(claims: unknown, header: Json = CALLBACK_HEADER, secret = SIGNATURE_SECRET): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** A profile as the checks know it; `key` is the pair it holds. */
export type HeldProfile = TokenProfile & { readonly key: KeyObject | null }

export function heldProfile(fields: Partial<HeldProfile> = {}): HeldProfile {
  return {
    id: 'shop',
    name: 'Shop',
    applicationId: APPLICATION_ID,
    isSimulator: false,
    keyFormat: 'pkcs8',
    applicationApi: { host: 'api.nexmo.com', hasAccount: true },
    key: KEYS.privateKey,
    ...fields,
  }
}

/** What tokens are compared with in tests: real cryptography, a clock that stands still. */
export function surroundings(
  profiles: readonly HeldProfile[] = [heldProfile()],
  rest: Partial<TokenSurroundings> = {},
): TokenSurroundings {
  return {
    nowMs: NOW_MS,
    profiles,
    activeProfileId: profiles[0]?.id ?? '',
    signatureSecrets: [{ apiKey: 'a1b2c3d4', profileName: 'Shop', secret: SIGNATURE_SECRET }],
    apiSecrets: [{ apiKey: 'a1b2c3d4', profileName: 'Shop', secret: 'the-api-secret' }],
    crypto: {
      ...signatureCrypto,
      isSignedByProfile: (text, signature, id) => {
        const key = profiles.find((profile) => profile.id === id)?.key ?? null
        return key !== null && isRs256(text, signature, createPublicKey(key))
      },
    },
    ...rest,
  }
}

/** The ids of the checks that failed, warned or were not made. */
export function findings(text: string, profiles: readonly HeldProfile[] = [heldProfile()]) {
  const { checks } = readToken(text, surroundings(profiles))
  return {
    failed: checks.filter(({ ok, severity }) => ok === false && severity === 'error').map(({ id }) => id),
    warned: checks.filter(({ ok, severity }) => ok === false && severity === 'warning').map(({ id }) => id),
    unchecked: checks.filter(({ ok }) => ok === null).map(({ id }) => id),
    of: (id: string) => checks.find((check) => check.id === id),
  }
}

/** The claims but for one. */
export function without(claims: object, name: string) {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
}
