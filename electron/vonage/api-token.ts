import type { KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import { WorkbenchError } from '#shared/errors.ts'
import type { JsonObject } from '#shared/messenger/json-value.ts'
import { lifetimeProblem, notBeforeProblem, reservedClaimProblem } from '#shared/messenger/token-rules.ts'

const DEFAULT_SECONDS = 900

export type ApiToken = { readonly token: string; readonly expiresAtMs: number; readonly claims: JsonObject }

export type ApiTokenRequest = {
  readonly key: KeyObject
  readonly applicationId: string
  /** How long it is good for, in seconds. Without it: 900. */
  readonly ttlSeconds?: number
  /** A user of the Client SDKs. Empty is the same as left out. */
  readonly sub?: string
  readonly acl?: JsonObject | null
  /** Unix seconds before which it is not accepted. */
  readonly nbf?: number | null
  /** Claims of one's own. None of the names above, nor `iat`, `exp` and `jti`. */
  readonly claims?: JsonObject
}

export type ApiTokenDeps = { readonly nowMs: () => number; readonly newUuid: () => string }

/**
 * Makes the JWT that authorises a call of the Messages API: RS256 with `application_id`, `iat`, `jti` and `exp`, and
 * what else the request asks for.
 * Throws a WorkbenchError: `APPLICATION_ID_MISSING`, or `BAD_INPUT` for a lifetime under 30 s or over 24 h, an `nbf`
 * that is not before the end, and claims with a name that is filled in here.
 * Source: Vonage authentication guide, "JSON web tokens".
 */
export async function createApiToken(request: ApiTokenRequest, deps: ApiTokenDeps): Promise<ApiToken> {
  const { key, applicationId, ttlSeconds = DEFAULT_SECONDS, sub = '', acl, nbf, claims: own = {} } = request
  if (applicationId === '') throw applicationIdMissing()
  refuseIf(
    'for that long',
    lifetimeProblem(ttlSeconds),
    'Choose a lifetime in that range. 15 minutes is usual.',
  )
  const iat = Math.floor(deps.nowMs() / 1000)
  const exp = iat + ttlSeconds
  refuseIf('that begins so late', typeof nbf === 'number' ? notBeforeProblem(nbf, exp) : null)
  refuseIf('with these claims', reservedClaimProblem(own))
  const claims: JsonObject = {
    application_id: applicationId,
    iat,
    jti: deps.newUuid(),
    exp,
    ...(typeof nbf === 'number' && { nbf }),
    ...(sub !== '' && { sub }),
    ...(acl && { acl }),
    ...own,
  }
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT' }).sign(key)
  return { token, expiresAtMs: exp * 1000, claims }
}

function applicationIdMissing(): WorkbenchError {
  return new WorkbenchError({
    code: 'APPLICATION_ID_MISSING',
    what: 'No token can be made without an application id.',
    why: 'The profile has none, and Vonage finds the public key by it.',
    fix: 'Enter the application id in the profile. It is on the application’s page in the Vonage dashboard.',
  })
}

function refuseIf(wish: string, problem: string | null, fix = ''): void {
  if (problem === null) return
  throw new WorkbenchError({ code: 'BAD_INPUT', what: `A token cannot be made ${wish}.`, why: problem, fix })
}
