import { z } from 'zod'
import { Check } from './check.ts'

/** A member of a token's header or claims, with what it means. */
export const TokenFact = z.object({
  name: z.string(),
  /** The value as it stands in the token: text as it is, anything else as JSON. */
  value: z.string(),
  meaning: z.string(),
  /** The moment it names, for `iat`, `exp` and `nbf`; else null. */
  atMs: z.number().nullable(),
})
export type TokenFact = Readonly<z.infer<typeof TokenFact>>

/** When Vonage accepts an API token: from `nbf` on, until the earliest of its ends. Null where it has no such end. */
export const TokenValidity = z.object({ fromMs: z.number().nullable(), untilMs: z.number().nullable() })
export type TokenValidity = Readonly<z.infer<typeof TokenValidity>>

/** What an API token is to hold. `application_id`, `iat`, `exp` and `jti` come by themselves. */
export const TokenRequest = z.object({
  profileId: z.string(),
  ttlSeconds: z.int(),
  /** Empty: left out. */
  sub: z.string().max(500),
  acl: z.record(z.string(), z.unknown()).nullable(),
  /** Unix seconds. */
  nbf: z.int().min(0).nullable(),
  claims: z.record(z.string(), z.unknown()),
})
export type TokenRequest = Readonly<z.infer<typeof TokenRequest>>

/** A token just made. The key that signed it stays where it is; only its format is told. */
export const MadeToken = z.object({
  token: z.string(),
  profileId: z.string(),
  profileName: z.string(),
  keyFormat: z.enum(['pkcs8', 'pkcs1']),
  validity: TokenValidity,
  claims: z.array(TokenFact),
})
export type MadeToken = Readonly<z.infer<typeof MadeToken>>

/** Whom to ask for the public key of the token's application, and with whose API key and secret. */
export const KeyComparison = z.object({
  profileId: z.string(),
  profileName: z.string(),
  applicationId: z.string(),
  host: z.string(),
})
export type KeyComparison = Readonly<z.infer<typeof KeyComparison>>

/** Everything that can be said about a pasted text that should be, or hold, a token. */
export const TokenReading = z.object({
  /** What kind of token it is, judged by what it holds; `none`: there is no readable token in the text. */
  kind: z.enum(['api', 'callback', 'other', 'none']),
  /** The token alone, without what was around it. */
  token: z.string(),
  /** What was taken off to get at the token, one sentence each. */
  notes: z.array(z.string()),
  header: z.array(TokenFact),
  claims: z.array(TokenFact),
  /** Null for tokens that authorise no API call. */
  validity: TokenValidity.nullable(),
  comparison: KeyComparison.nullable(),
  checks: z.array(Check),
})
export type TokenReading = Readonly<z.infer<typeof TokenReading>>

export const ApplicationComparison = z.object({
  /** As the account calls it; empty when the answer has no name. */
  applicationName: z.string(),
  checks: z.array(Check),
})
export type ApplicationComparison = Readonly<z.infer<typeof ApplicationComparison>>
