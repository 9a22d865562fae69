import type { SignatureState } from '../callback.ts'
import type { Check } from '../check.ts'
import type { SignatureCrypto, SignatureInput, SignatureVerdict } from './signature-facts.ts'
import { signatureRungs } from './signature-rungs.ts'
import { readSignatureToken } from './signature-token.ts'

/**
 * Verifies a signed callback rung by rung (Vonage, "Signed webhooks"): header, Bearer, three parts, HS256, a known
 * API key, HMAC, issuer, age, jti, and payload_hash over the raw bytes. The first failed rung says what is wrong and
 * what to do; the rungs behind it are not checked. Never throws.
 */
export function verifySignature(input: SignatureInput, crypto: SignatureCrypto): SignatureVerdict {
  const bearer = /^Bearer +(\S+)$/i.exec(input.authorization ?? '')?.[1] ?? null
  const facts = { ...input, crypto, bearer, token: bearer === null ? null : readSignatureToken(bearer) }
  const checks: Check[] = []
  for (const rung of signatureRungs) {
    const hasFailed = checks.some(isFailure)
    checks.push(hasFailed ? rung.unchecked : rung.check(facts))
  }
  return { state: stateOf(checks), checks }
}

function isFailure(check: Check): boolean {
  return check.ok === false && check.severity === 'error'
}

function stateOf(checks: readonly Check[]): SignatureState {
  const failed = checks.find(isFailure)
  if (failed === undefined) return 'valid'
  if (failed.id === 'header-present') return 'unsigned'
  return failed.id === 'api-key-known' ? 'unknown' : 'invalid'
}
