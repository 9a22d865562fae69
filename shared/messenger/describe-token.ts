import type { TokenFact } from '../token.ts'
import type { JsonObject } from './json-value.ts'
import { secondsOf } from './token-times.ts'

const LONGEST_VALUE = 2_000

const HEADER_MEANINGS: Readonly<Record<string, string>> = {
  alg: 'How it is signed.',
  typ: 'What kind of token it is.',
  kid: 'Which key signed it. Vonage finds the key by application_id instead.',
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  RS256: 'Signed with an RSA private key, as tokens for API calls are.',
  HS256: 'Signed with a shared secret, as callbacks are.',
  none: 'Not signed at all.',
}

const CLAIM_MEANINGS: Readonly<Record<string, string>> = {
  application_id: 'The Vonage application it stands for.',
  api_key: 'The account. It tells which signature secret to check with.',
  iat: 'When it was made.',
  exp: 'Until when it is accepted.',
  nbf: 'Not accepted before.',
  jti: 'A name for this one token.',
  sub: 'The user it stands for. Only the Client SDKs need it.',
  acl: 'Which API paths it opens. Sending messages does not need it.',
  iss: 'Who made it.',
  payload_hash: 'SHA-256 of the callback’s body. It ties this token to that body.',
}

/** The header of a token, member by member, in words. */
export function describeHeader(header: JsonObject): readonly TokenFact[] {
  return Object.entries(header).map(([name, value]) => ({
    name,
    value: valueText(value),
    meaning:
      (name === 'alg' && typeof value === 'string' ? own(ALGORITHMS, value) : null) ??
      own(HEADER_MEANINGS, name) ??
      'Not part of Vonage’s tokens.',
    atMs: null,
  }))
}

/** The claims of a token in words; the moments they name in milliseconds, to be shown as local time. */
export function describeClaims(claims: JsonObject): readonly TokenFact[] {
  return Object.entries(claims).map(([name, value]) => ({
    name,
    value: valueText(value),
    meaning: own(CLAIM_MEANINGS, name) ?? 'A claim of your own; Vonage does not describe it.',
    atMs: momentOf(claims, name),
  }))
}

function momentOf(claims: JsonObject, name: string): number | null {
  if (name !== 'iat' && name !== 'exp' && name !== 'nbf') return null
  const seconds = secondsOf(claims, name)
  return seconds === null ? null : seconds * 1000
}

/** A value of a token for people to read: text as it is, the rest as JSON, cut where it gets too long. */
export function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonText(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    // Nested deeper than can be written out again: parsing takes more levels than this.
    return 'nested too deeply to show'
  }
}

function own(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null
}
