import { type JsonObject, member } from '#shared/messenger/json-value.ts'

const DEFAULT_LIFE_SECONDS = 15 * 60
const LONGEST_LIFE_SECONDS = 24 * 60 * 60
/** Two clocks are never quite the same. */
const TOLERANCE_SECONDS = 5

/**
 * What is wrong with the claims of a token whose signature is good; null when nothing is.
 * Source: Vonage authentication guide: `application_id`, `iat` and `jti` are required; without `exp` a token is good
 * for 15 minutes, and never for more than 24 hours after `iat`.
 */
export function tokenFault(claims: JsonObject, applicationId: string, nowMs: number): string | null {
  const now = nowMs / 1000
  const issuedAt = member(claims, 'iat')
  const expiresAt = member(claims, 'exp')
  const notBefore = member(claims, 'nbf')
  if (member(claims, 'application_id') !== applicationId) {
    return 'The application_id of the token is not the one of this application.'
  }
  if (typeof issuedAt !== 'number') return 'The token has no iat.'
  if (!isText(member(claims, 'jti'))) return 'The token has no jti.'
  if (issuedAt > now + TOLERANCE_SECONDS) return 'The iat of the token is in the future.'
  if (now > issuedAt + LONGEST_LIFE_SECONDS) return 'The token was issued more than 24 hours ago.'
  if (typeof notBefore === 'number' && notBefore > now + TOLERANCE_SECONDS) {
    return 'The token is not valid yet (nbf).'
  }
  if (expiresAt === undefined) {
    return now > issuedAt + DEFAULT_LIFE_SECONDS
      ? 'The token has no exp and was issued more than 15 minutes ago.'
      : null
  }
  return typeof expiresAt === 'number' && now < expiresAt ? null : 'The token has expired.'
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
