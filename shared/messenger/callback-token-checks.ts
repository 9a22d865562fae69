import type { Check } from '../check.ts'
import { tokenType } from './api-token-identity-checks.ts'
import { valueText } from './describe-token.ts'
import { durationWords } from './duration-words.ts'
import { member, textMember } from './json-value.ts'
import type { SignatureFacts } from './signature-facts.ts'
import { signatureRungs } from './signature-rungs.ts'
import { failed, passed, runCheck, type TokenCheck, type TokenFacts, warned } from './token-check.ts'
import { secondsOf } from './token-times.ts'

/** The rungs of a captured callback's ladder that need nothing but the token. */
const LADDER_RUNGS = ['alg-hs256', 'api-key-known', 'hmac', 'iss']
const USUAL_SKEW_SECONDS = 300

const issuedAt: TokenCheck = {
  id: 'iat',
  title: 'Says when it was made',
  expected: 'iat, in seconds, in the past',
  find: ({ claims, nowMs }) => {
    const iat = secondsOf(claims, 'iat')
    if (iat === null) {
      return warned(valueText(member(claims, 'iat') ?? 'none'), {
        why: 'Vonage’s callback tokens say in iat when they were made, in seconds since 1970.',
        fix: 'If a test script made it, set iat to the present time in seconds.',
      })
    }
    const ahead = iat - nowMs / 1000
    if (ahead <= USUAL_SKEW_SECONDS) return passed(String(iat))
    return warned(`${durationWords(ahead * 1000)} ahead of this computer’s clock`, {
      why: 'It says that it was made in the future, so one of the two clocks is wrong.',
      fix: 'Set this computer’s clock by a time server.',
    })
  },
}

const tokenId: TokenCheck = {
  id: 'jti',
  title: 'Has an id of its own',
  expected: 'jti',
  find: ({ claims }) => {
    const jti = textMember(claims, 'jti')
    if (jti !== null) return passed(jti)
    return warned('none', {
      why: 'Vonage gives every callback token a jti, by which a repeated one is recognised.',
      fix: 'If a test script made it, set jti to a new UUID.',
    })
  },
}

const payloadHash: TokenCheck = {
  id: 'payload-hash',
  title: 'Ties the body to the token',
  expected: 'payload_hash, 64 hexadecimal digits',
  find: ({ claims }) => {
    const hash = textMember(claims, 'payload_hash') ?? 'none'
    if (/^[0-9a-f]{64}$/i.test(hash)) return passed(hash)
    return failed(hash, {
      why: 'Without the SHA-256 of the body in payload_hash, any body passes with this token.',
      fix: 'Do not trust the body. The Signature tab of a captured callback compares hash and body.',
    })
  },
}

/**
 * Checks the token of a signed callback as far as it goes without the callback's body: the rungs of the ladder that a
 * captured callback goes through too, and the claims that tie it to a body. Source: Vonage, "Signed webhooks".
 */
export function checkCallbackToken(facts: TokenFacts): readonly Check[] {
  const [algorithm, ...rungs] = ladderChecks(facts)
  return [
    ...(algorithm === undefined ? [] : [algorithm]),
    runCheck(tokenType, facts),
    ...rungs,
    ...[issuedAt, tokenId, payloadHash].map((check) => runCheck(check, facts)),
  ]
}

function ladderChecks(facts: TokenFacts): readonly Check[] {
  const onLadder = ladderFacts(facts)
  const checks: Check[] = []
  for (const rung of signatureRungs.filter(({ unchecked }) => LADDER_RUNGS.includes(unchecked.id))) {
    const hasFailed = checks.some(({ ok, severity }) => ok === false && severity === 'error')
    checks.push(hasFailed ? rung.unchecked : rung.check(onLadder))
  }
  return checks
}

function ladderFacts(facts: TokenFacts): SignatureFacts {
  const { header, claims, signedText, signature, signatureSecrets, apiSecrets, crypto, nowMs } = facts
  return {
    authorization: null,
    bearer: null,
    token: { header, claims, signedText, signature },
    body: new Uint8Array(),
    receivedAtMs: nowMs,
    earlierWithSameJti: 0,
    signatureSecrets,
    apiSecrets,
    crypto,
  }
}
