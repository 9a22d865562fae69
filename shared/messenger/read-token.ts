import type { Check } from '../check.ts'
import type { KeyComparison, TokenReading } from '../token.ts'
import { apiTokenChecks } from './api-token-checks.ts'
import { checkCallbackToken } from './callback-token-checks.ts'
import { describeClaims, describeHeader } from './describe-token.ts'
import { findToken } from './find-token.ts'
import { type JsonObject, member, textMember } from './json-value.ts'
import { readSignatureToken } from './signature-token.ts'
import {
  askerOf,
  failed,
  passed,
  runCheck,
  skippedCheck,
  type TokenCheck,
  type TokenFacts,
  type TokenProfile,
} from './token-check.ts'
import { apiTokenValidity } from './token-times.ts'

/** What a token is compared with: the clock, the profiles and their secrets, and the cryptography to use them. */
export type TokenSurroundings = Pick<
  TokenFacts,
  'nowMs' | 'profiles' | 'activeProfileId' | 'signatureSecrets' | 'apiSecrets' | 'crypto'
>

const LONGEST_TEXT = 200_000

/**
 * Reads a token out of any text and checks everything about it that can be checked without the network: a token for
 * API calls by Vonage's rules for those, the token of a signed callback by the rules of signed webhooks, anything else
 * as if it were meant for an API call. Never throws.
 * Source: Vonage authentication guide, "JSON web tokens"; Vonage, "Signed webhooks".
 */
export function readToken(text: string, surroundings: TokenSurroundings): TokenReading {
  const found = findToken(text.slice(0, LONGEST_TEXT))
  const token = found?.token ?? ''
  const parts = readSignatureToken(token)
  if (found === null || parts?.header == null || parts.claims === null) {
    return unreadable(token, found?.notes ?? [], threePartsFailed(text, token))
  }
  const { header, claims, signedText, signature } = parts
  const facts = { ...surroundings, header, claims, signedText, signature, owner: null }
  return readParts({ ...facts, owner: ownerOf(facts) }, token, found.notes)
}

function readParts(facts: TokenFacts, token: string, notes: readonly string[]): TokenReading {
  const { header, claims } = facts
  const kind = kindOf(header, claims)
  const checks =
    kind === 'callback' ? checkCallbackToken(facts) : apiTokenChecks.map((check) => runCheck(check, facts))
  return {
    kind,
    token,
    notes: [...notes],
    header: [...describeHeader(header)],
    claims: [...describeClaims(claims)],
    validity: kind === 'callback' ? null : apiTokenValidity(claims),
    comparison: kind === 'callback' ? null : comparisonOf(facts),
    checks: [runCheck(threeParts, facts), ...checks],
  }
}

const threeParts: TokenCheck = {
  id: 'three-parts',
  title: 'Token can be read',
  expected: 'three parts, with a JSON header and JSON claims',
  find: () => passed('header, claims and signature'),
}

function unreadable(token: string, notes: readonly string[], check: Check): TokenReading {
  return {
    kind: 'none',
    token,
    notes: [...notes],
    header: [],
    claims: [],
    validity: null,
    comparison: null,
    checks: [check, ...apiTokenChecks.map(skippedCheck)],
  }
}

function threePartsFailed(text: string, token: string): Check {
  const { id, title, expected } = threeParts
  return { id, title, expected, ...whyUnreadable(text, token) }
}

function whyUnreadable(text: string, token: string) {
  if (token === '' && /-----BEGIN [A-Z ]*KEY-----/.test(text)) {
    return failed('a key', {
      why: 'This is a key, not a token made with it.',
      fix: 'Keep it to yourself. Settings, the profile: enter it there, then make a token here.',
    })
  }
  if (token === '') {
    return failed('no token', {
      why: 'Nothing in this text begins like a JWT (eyJ…).',
      fix: 'Paste the token, an Authorization header or a whole curl command. A $JWT in a command is only a name for it.',
    })
  }
  const count = token.split('.').length
  if (count === 5) {
    return failed('5 parts', {
      why: 'A token of five parts is encrypted (JWE). Vonage’s tokens are signed and can be read by anyone.',
      fix: 'Paste a token that was made for Vonage.',
    })
  }
  return failed(
    count === 3 ? 'a part that is not base64url JSON' : `${count} part${count === 1 ? '' : 's'}`,
    {
      why: 'A part of the token was cut off or changed when it was copied.',
      fix: 'Copy the whole token again: header, claims and signature, with a dot between them.',
    },
  )
}

/** What a token is for shows in its claims; one that says neither is judged by its algorithm. */
function kindOf(header: JsonObject, claims: JsonObject): 'api' | 'callback' | 'other' {
  const has = (name: string) => member(claims, name) !== undefined
  if (has('payload_hash') || has('api_key') || textMember(claims, 'iss') === 'Vonage') return 'callback'
  if (has('application_id') || textMember(header, 'alg') === 'RS256') return 'api'
  return 'other'
}

/** Several profiles may have the same application: the one that signed goes first. */
function ownerOf({
  claims,
  header,
  profiles,
  crypto,
  signedText,
  signature,
}: TokenFacts): TokenProfile | null {
  const id = textMember(claims, 'application_id')
  if (id === null) return null
  const owners = profiles.filter(({ applicationId }) => applicationId.toLowerCase() === id.toLowerCase())
  const isSigner = (profile: TokenProfile) =>
    textMember(header, 'alg') === 'RS256' &&
    profile.keyFormat !== null &&
    crypto.isSignedByProfile(signedText, signature, profile.id)
  return owners.find(isSigner) ?? owners[0] ?? null
}

/** Only the account of an application is told its public key; for an unknown one the active profile may be of it. */
function comparisonOf(facts: TokenFacts): KeyComparison | null {
  const applicationId = textMember(facts.claims, 'application_id')
  const asker = askerOf(facts)
  const api = asker?.applicationApi ?? null
  if (applicationId === null || asker === null || api === null || !api.hasAccount) return null
  return { profileId: asker.id, profileName: asker.name, applicationId, host: api.host }
}
