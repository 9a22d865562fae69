import type { KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import { WorkbenchError } from '#shared/errors.ts'

const DEFAULT_SECONDS = 900
const LEAST_SECONDS = 30
const MOST_SECONDS = 24 * 60 * 60

export type ApiToken = { readonly token: string; readonly expiresAtMs: number }

export type ApiTokenRequest = {
  readonly key: KeyObject
  readonly applicationId: string
  /** How long it is good for, in seconds. Without it: 900. */
  readonly ttlSeconds?: number
}

export type ApiTokenDeps = { readonly nowMs: () => number; readonly newUuid: () => string }

/**
 * Makes the JWT that authorises a call of the Messages API: RS256 with `application_id`, `iat`, `jti` and `exp`.
 * Throws a WorkbenchError: `APPLICATION_ID_MISSING`, or `BAD_INPUT` for a lifetime under 30 s or over 24 h.
 * Source: Vonage authentication guide, "JSON web tokens".
 */
export async function createApiToken(request: ApiTokenRequest, deps: ApiTokenDeps): Promise<ApiToken> {
  const { key, applicationId, ttlSeconds = DEFAULT_SECONDS } = request
  if (applicationId === '') throw applicationIdMissing()
  if (!(Number.isInteger(ttlSeconds) && ttlSeconds >= LEAST_SECONDS && ttlSeconds <= MOST_SECONDS)) {
    throw lifetimeOutOfRange()
  }
  const issuedAt = Math.floor(deps.nowMs() / 1000)
  const expiresAt = issuedAt + ttlSeconds
  const token = await new SignJWT({ application_id: applicationId })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .setJti(deps.newUuid())
    .sign(key)
  return { token, expiresAtMs: expiresAt * 1000 }
}

function applicationIdMissing(): WorkbenchError {
  return new WorkbenchError({
    code: 'APPLICATION_ID_MISSING',
    what: 'No token can be made without an application id.',
    why: 'The profile has none, and Vonage finds the public key by it.',
    fix: 'Enter the application id in the profile. It is on the application’s page in the Vonage dashboard.',
  })
}

function lifetimeOutOfRange(): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: 'A token cannot be made for that long.',
    why: 'Vonage accepts a lifetime from 30 seconds to 24 hours (86,400 seconds), in whole seconds.',
    fix: 'Choose a lifetime in that range. 15 minutes is usual.',
  })
}
