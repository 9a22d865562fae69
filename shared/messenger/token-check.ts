import type { Check } from '../check.ts'
import type { JsonObject } from './json-value.ts'
import type { KeyFormat } from './private-key.ts'
import type { SignatureCrypto, SignatureSecret } from './signature-facts.ts'

/** A profile as far as reading tokens needs it. Its key stays on the main side. */
export type TokenProfile = {
  readonly id: string
  readonly name: string
  readonly applicationId: string
  readonly isSimulator: boolean
  /** The format of its private key; null when it has none that can be used. */
  readonly keyFormat: KeyFormat | null
  /** Where its application can be looked up; null for the simulator. */
  readonly applicationApi: { readonly host: string; readonly hasAccount: boolean } | null
}

type TokenCrypto = SignatureCrypto & {
  /** Whether the RS256 `signature` (base64url) of a text was made with the private key of that profile. */
  readonly isSignedByProfile: (signedText: string, signature: string, profileId: string) => boolean
}

/** What the checks of a token know: the token taken apart, the clock, and what there is to compare with. */
export type TokenFacts = {
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly signedText: string
  readonly signature: string
  readonly nowMs: number
  readonly profiles: readonly TokenProfile[]
  readonly activeProfileId: string
  /** The profile of the token's application; null when no profile has it. */
  readonly owner: TokenProfile | null
  readonly signatureSecrets: readonly SignatureSecret[]
  readonly apiSecrets: readonly SignatureSecret[]
  readonly crypto: TokenCrypto
}

/** The profile whose account may know the application: the one that has it, else the one in use. */
export function askerOf({ owner, profiles, activeProfileId }: TokenFacts): TokenProfile | null {
  return owner ?? profiles.find(({ id }) => id === activeProfileId) ?? null
}

type Finding = Pick<Check, 'ok' | 'severity' | 'actual' | 'why' | 'fix'>
export type TokenCheck = Pick<Check, 'id' | 'title' | 'expected'> & {
  readonly find: (facts: TokenFacts) => Finding
}

type Reason = { readonly why: string; readonly fix: string }

/** What is as it should be. */
export function passed(actual: string): Finding {
  return { ok: true, severity: 'error', actual, why: '', fix: '' }
}

/** What Vonage documents as refused. */
export function failed(actual: string, reason: Reason): Finding {
  return { ok: false, severity: 'error', actual, ...reason }
}

/** What is unusual, or what the documents leave open. */
export function warned(actual: string, reason: Reason): Finding {
  return { ok: false, severity: 'warning', actual, ...reason }
}

/** What could not be looked at, and why. */
export function notChecked(why: string, fix = ''): Finding {
  return { ok: null, severity: 'error', actual: 'not checked', why, fix }
}

/** Runs one check on a token. */
export function runCheck({ id, title, expected, find }: TokenCheck, facts: TokenFacts): Check {
  return { id, title, expected, ...find(facts) }
}

/** The same check where there is no token to run it on. */
export function skippedCheck({ id, title, expected }: TokenCheck): Check {
  return { id, title, expected, ...notChecked('') }
}
