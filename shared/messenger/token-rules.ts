import { durationWords } from './duration-words.ts'
import type { JsonObject } from './json-value.ts'
import { LONGEST_LIFE_SECONDS, SHORTEST_LIFE_SECONDS } from './token-times.ts'

const RESERVED: Readonly<Record<string, string>> = {
  application_id: 'it comes from the profile, whose key signs the token',
  iat: 'it is set to the moment the token is made',
  exp: 'it follows from the lifetime',
  jti: 'every token gets a new UUID',
  nbf: 'it has a field of its own',
  sub: 'it has a field of its own',
  acl: 'it has a field of its own',
}

/** Why a lifetime cannot be had, or null. Source: Vonage authentication guide: 30 seconds to 24 hours. */
export function lifetimeProblem(seconds: number): string | null {
  if (Number.isInteger(seconds) && seconds >= SHORTEST_LIFE_SECONDS && seconds <= LONGEST_LIFE_SECONDS)
    return null
  return 'Vonage accepts a lifetime from 30 seconds to 24 hours (86,400 seconds), in whole seconds.'
}

/** Why claims of one's own cannot be had, or null: some names are filled in by the workbench. */
export function reservedClaimProblem(claims: JsonObject): string | null {
  const name = Object.keys(claims).find((candidate) => Object.hasOwn(RESERVED, candidate))
  return name === undefined ? null : `Leave out ${name}: ${RESERVED[name]}.`
}

/** Why a beginning cannot be had, or null. Both are Unix seconds. */
export function notBeforeProblem(notBefore: number, expiresAt: number): string | null {
  if (notBefore < expiresAt) return null
  const late = durationWords((notBefore - expiresAt) * 1000)
  return `The token would end ${late === '0 s' ? 'when' : `${late} before`} it begins. Choose an earlier moment or a longer lifetime.`
}
