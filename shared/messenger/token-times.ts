import type { TokenValidity } from '../token.ts'
import { type JsonObject, member } from './json-value.ts'

/** How long a token without `exp` is accepted, counted from `iat`. */
export const DEFAULT_LIFE_SECONDS = 15 * 60
/** How long any token is accepted at most, counted from `iat`. */
export const LONGEST_LIFE_SECONDS = 24 * 60 * 60
/** The shortest lifetime the documentation names. */
export const SHORTEST_LIFE_SECONDS = 30

/** A time claim as it was found. Seconds that are plainly milliseconds are told apart, a common mistake. */
export type TimeClaim =
  | { readonly kind: 'absent' }
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'milliseconds' }
  | { readonly kind: 'not-a-time' }

/** In seconds this is the year 5138; in milliseconds, 1973. */
const SURELY_MILLISECONDS = 1e11

/** Reads `iat`, `exp` or `nbf` (RFC 7519 §2, NumericDate: seconds since 1970, as a JSON number). */
export function timeClaim(claims: JsonObject, name: 'iat' | 'exp' | 'nbf'): TimeClaim {
  const value = member(claims, name)
  if (value === undefined) return { kind: 'absent' }
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return { kind: 'not-a-time' }
  return value >= SURELY_MILLISECONDS ? { kind: 'milliseconds' } : { kind: 'time', seconds: value }
}

/** The time claim in seconds; null when there is none that can be used. */
export function secondsOf(claims: JsonObject, name: 'iat' | 'exp' | 'nbf'): number | null {
  const claim = timeClaim(claims, name)
  return claim.kind === 'time' ? claim.seconds : null
}

/**
 * When an API token is accepted: until `exp`, without it for 15 minutes from `iat`, and never longer than 24 hours
 * from `iat`. Source: Vonage authentication guide, "JSON web tokens".
 */
export function apiTokenValidity(claims: JsonObject): TokenValidity {
  const issuedAt = secondsOf(claims, 'iat')
  const expiresAt = secondsOf(claims, 'exp')
  const notBefore = secondsOf(claims, 'nbf')
  const ends = [
    ...(expiresAt === null ? [] : [expiresAt]),
    ...(issuedAt === null
      ? []
      : [issuedAt + (expiresAt === null ? DEFAULT_LIFE_SECONDS : LONGEST_LIFE_SECONDS)]),
  ]
  return {
    fromMs: notBefore === null ? null : notBefore * 1000,
    untilMs: ends.length === 0 ? null : Math.min(...ends) * 1000,
  }
}
