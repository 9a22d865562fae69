import type { Check } from '../check.ts'
import { textMember } from './json-value.ts'
import { findOriginalForm } from './reserialised-body.ts'
import type { SignatureFacts, SignatureSecret } from './signature-facts.ts'

type Rung = { readonly unchecked: Check; readonly check: (facts: SignatureFacts) => Check }
type Failure = Pick<Check, 'actual' | 'why' | 'fix'>
type Finding = { readonly ok: true; readonly actual: string } | ({ readonly ok: false } & Failure)
type RungDef = Pick<Check, 'id' | 'title' | 'severity' | 'expected'> & {
  readonly find: (facts: SignatureFacts) => Finding
}

/** Nothing official; five minutes each way is what Symfony's Vonage bridge allows. */
const USUAL_AGE_S = 300

const headerPresent: RungDef = {
  id: 'header-present',
  title: 'Authorization header present',
  severity: 'error',
  expected: 'an Authorization header',
  find: ({ authorization }) =>
    authorization !== null
      ? { ok: true, actual: 'present' }
      : {
          ok: false,
          actual: 'none',
          why: 'Vonage signs Messages callbacks, but now and then sends one unsigned. Anything else that found the URL is unsigned too.',
          fix: 'A webhook server that answers 5xx to an unsigned callback gets it again, signed.',
        },
}

const bearer: RungDef = {
  id: 'bearer',
  title: 'Bearer scheme',
  severity: 'error',
  expected: 'Bearer followed by one token',
  find: ({ bearer, authorization }) =>
    bearer !== null
      ? { ok: true, actual: 'Bearer' }
      : {
          ok: false,
          actual: `${(authorization ?? '').split(' ')[0] || 'empty'}`,
          why: 'Signed callbacks carry "Authorization: Bearer" and a token. Something else sent or rewrote this header.',
          fix: 'Look for a proxy or a test script that sets its own Authorization header.',
        },
}

const threeParts: RungDef = {
  id: 'three-parts',
  title: 'Token can be read',
  severity: 'error',
  expected: 'three parts, with a JSON header and JSON claims',
  find: ({ token, bearer }) => {
    if (token?.header && token.claims) return { ok: true, actual: 'header, claims and signature' }
    const parts = (bearer ?? '').split('.').length
    return {
      ok: false,
      actual: token === null ? `${parts} part${parts === 1 ? '' : 's'}` : 'a part that is not base64url JSON',
      why: 'The token was cut, or it is not a JWT.',
      fix: 'Compare its length with what the sender sent; a proxy may limit header sizes.',
    }
  },
}

const algorithm: RungDef = {
  id: 'alg-hs256',
  title: 'Algorithm HS256',
  severity: 'error',
  expected: 'HS256',
  find: ({ token }) => {
    const alg = textMember(token?.header, 'alg') ?? 'none given'
    if (alg === 'HS256') return { ok: true, actual: alg }
    return { ok: false, actual: alg, ...algorithmMistake(alg) }
  },
}

function algorithmMistake(alg: string): Pick<Check, 'why' | 'fix'> {
  if (/^none$/i.test(alg)) {
    return {
      why: 'A token of algorithm "none" is not signed at all. Accepting it would let anybody forge callbacks.',
      fix: 'Reject it. Vonage never sends it.',
    }
  }
  if (/^RS/.test(alg)) {
    return {
      why: 'This is the kind of token that calls the API, signed with an application key. Callbacks are signed with the signature secret.',
      fix: "The sender should sign with HS256 and the account's signature secret.",
    }
  }
  return {
    why: 'Messages callbacks are always signed with HMAC-SHA256, whatever signature method the dashboard shows.',
    fix: 'The sender should sign with HS256.',
  }
}

const apiKeyKnown: RungDef = {
  id: 'api-key-known',
  title: 'Signature secret at hand',
  severity: 'error',
  expected: "a profile with the signature secret of the token's api_key",
  find: (facts) => {
    const apiKey = apiKeyOf(facts)
    const candidates = candidateSecrets(facts)
    if (candidates.length > 0)
      return { ok: true, actual: `${apiKey} (${candidates.map((one) => one.profileName).join(', ')})` }
    return {
      ok: false,
      actual: apiKey,
      why: `No profile holds the signature secret of API key ${apiKey}, so the signature cannot be verified.`,
      fix: "Settings, the profile of that account: enter its API key and the signature secret from the dashboard's settings page.",
    }
  },
}

const hmac: RungDef = {
  id: 'hmac',
  title: 'Signature fits the secret',
  severity: 'error',
  expected: "HMAC-SHA256 of header and claims with the account's signature secret",
  find: (facts) => {
    const match = candidateSecrets(facts).find((candidate) => signs(facts, candidate))
    if (match !== undefined) return { ok: true, actual: `signed with the secret of ${match.profileName}` }
    return { ok: false, actual: 'does not fit', ...secretMistake(facts) }
  },
}

function secretMistake(facts: SignatureFacts): Pick<Check, 'why' | 'fix'> {
  const asApiSecret = facts.apiSecrets.find((candidate) => signs(facts, candidate))
  if (asApiSecret !== undefined) {
    return {
      why: `It is signed with the API secret of ${asApiSecret.profileName}. The signature secret is another one.`,
      fix: "The sender should use the signature secret from the dashboard's settings page.",
    }
  }
  const ofAnother = facts.signatureSecrets.find((candidate) => signs(facts, candidate))
  if (ofAnother !== undefined) {
    return {
      why: `It is signed with the signature secret of ${ofAnother.profileName}, but names API key ${apiKeyOf(facts)}.`,
      fix: 'Check that API key and signature secret in Settings belong to the same account.',
    }
  }
  return {
    why: 'The stored secret is not the one it was signed with, or the token was changed on the way.',
    fix: "Copy the signature secret from the dashboard's settings page again. It is neither the API secret nor the private key.",
  }
}

const issuer: RungDef = {
  id: 'iss',
  title: 'Issued by Vonage',
  severity: 'warning',
  expected: 'iss = Vonage',
  find: ({ token }) => {
    const iss = textMember(token?.claims, 'iss') ?? 'none'
    if (iss === 'Vonage') return { ok: true, actual: iss }
    return {
      ok: false,
      actual: iss,
      why: 'Vonage writes its name into every callback token. This one was made by something else that has the secret.',
      fix: 'If a test script made it, set iss to "Vonage".',
    }
  },
}

const age: RungDef = {
  id: 'iat-age',
  title: 'Fresh',
  severity: 'warning',
  expected: `issued within ${USUAL_AGE_S} s of its arrival`,
  find: ({ token, receivedAtMs }) => {
    const iat = Number(textMember(token?.claims, 'iat') ?? Number.NaN)
    const ageS = receivedAtMs / 1000 - iat
    const actual = Number.isFinite(ageS) ? ageText(ageS) : 'no iat'
    if (Math.abs(ageS) <= USUAL_AGE_S) return { ok: true, actual }
    return {
      ok: false,
      actual,
      why:
        ageS > 0
          ? 'It was replayed, delivered late, or the clocks differ.'
          : 'Its time of issue is missing or in the future: the clocks differ.',
      fix: "Compare this computer's clock with a time server. Vonage does not say how old a callback may be.",
    }
  },
}

const jti: RungDef = {
  id: 'jti-new',
  title: 'Token not seen before',
  severity: 'warning',
  expected: 'a jti that no earlier callback carried',
  find: ({ token, earlierWithSameJti }) => {
    const id = textMember(token?.claims, 'jti') ?? 'no jti'
    if (earlierWithSameJti === 0 && id !== 'no jti') return { ok: true, actual: id }
    return {
      ok: false,
      actual: earlierWithSameJti === 0 ? id : `${id}, seen in ${earlierWithSameJti} earlier`,
      why: 'The same token came before: a replay or a repeated delivery.',
      fix: 'A webhook server that must not act twice should remember message_uuid and status.',
    }
  },
}

const payloadHash: RungDef = {
  id: 'payload-hash',
  title: 'payload_hash fits the body',
  severity: 'error',
  expected: 'payload_hash = SHA-256 of the raw body',
  find: (facts) => {
    const claimed = textMember(facts.token?.claims, 'payload_hash') ?? 'none'
    const actual = facts.crypto.sha256Hex(facts.body)
    if (claimed.toLowerCase() === actual)
      return { ok: true, actual: `SHA-256 of the ${facts.body.length}-byte body` }
    return { ok: false, actual: `claimed ${claimed}, body has ${actual}`, ...bodyMistake(facts, claimed) }
  },
}

function bodyMistake({ body, crypto }: SignatureFacts, claimed: string): Pick<Check, 'why' | 'fix'> {
  const original = findOriginalForm(new TextDecoder().decode(body), claimed.toLowerCase(), crypto.sha256Hex)
  if (original !== null) {
    return {
      why: `The hash fits ${original}: something on the way parsed the body and wrote it anew.`,
      fix: 'Make the proxy or relay pass the raw bytes on, and hash the raw bytes before parsing.',
    }
  }
  return {
    why: 'The body was changed after it was signed, or the hash was computed over something else.',
    fix: 'Do not trust this callback. Compare the raw body here with what the sender signed.',
  }
}

function apiKeyOf({ token }: SignatureFacts): string {
  return textMember(token?.claims, 'api_key') ?? 'none'
}

/** Secrets of the account the token names; a profile without API key may be that account's as well. */
function candidateSecrets(facts: SignatureFacts): readonly SignatureSecret[] {
  const apiKey = apiKeyOf(facts)
  return facts.signatureSecrets.filter((one) => one.apiKey === apiKey || one.apiKey === '')
}

function signs({ token, crypto }: SignatureFacts, { secret }: SignatureSecret): boolean {
  return token !== null && crypto.isHmacSha256(token.signedText, token.signature, secret)
}

function ageText(ageS: number): string {
  const rounded = Math.abs(ageS) < 10 ? Math.abs(ageS).toFixed(1) : Math.abs(ageS).toFixed(0)
  return ageS >= 0 ? `issued ${rounded} s before its arrival` : `issued ${rounded} s after its arrival`
}

function rung({ find, ...fixed }: RungDef): Rung {
  return {
    unchecked: { ...fixed, ok: null, actual: 'not checked', why: '', fix: '' },
    check: (facts) => ({ why: '', fix: '', ...fixed, ...find(facts) }),
  }
}

/** The rungs in the order in which they are checked. */
export const signatureRungs: readonly Rung[] = [
  headerPresent,
  bearer,
  threeParts,
  algorithm,
  apiKeyKnown,
  hmac,
  issuer,
  age,
  jti,
  payloadHash,
].map(rung)
