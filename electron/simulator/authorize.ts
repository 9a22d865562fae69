import type { KeyObject } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, errors } from 'jose'
import { isJsonObject, type JsonObject, member, parseJson } from '#shared/messenger/json-value.ts'
import { type ApiAnswer, credentialsAmbiguous, credentialsMissing, credentialsWrong } from './api-answer.ts'
import type { Identity } from './identity.ts'
import { tokenFault } from './token-fault.ts'

/** Every Authorization header of a request, and its query string, where credentials may hide as well. */
type Credentials = { readonly authorizations: readonly string[]; readonly query: URLSearchParams }

/** Whose request it is, or the answer that turns it away. */
type Authorized =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly answer: ApiAnswer }

export type Authorize = (credentials: Credentials) => Promise<Authorized>

type Found = Identity | { readonly fault: string }

/**
 * Checks credentials as the Messages API does: a JWT of an application, or API key and secret, never both. The first of
 * the identities is the simulator's own, by which a token of an unknown application is judged.
 * Source: Messages API v1 spec, security schemes; Vonage authentication guide.
 */
export function createAuthorize(deps: {
  readonly identities: () => readonly Identity[]
  readonly nowMs: () => number
  readonly newInstance: () => string
}): Authorize {
  async function find(authorization: string): Promise<Found> {
    const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2)
    switch (scheme.toLowerCase()) {
      case 'bearer':
        return await byToken(value, deps.identities(), deps.nowMs())
      case 'basic':
        return byAccount(value, deps.identities())
      default:
        return { fault: 'The Authorization header is neither Bearer nor Basic.' }
    }
  }

  return async ({ authorizations, query }) => {
    const given = authorizations.flatMap((header) => header.split(/,\s*(?=(?:Basic|Bearer)\s)/i))
    const [authorization] = given
    if (authorization === undefined) return { ok: false, answer: credentialsMissing() }
    if (given.length > 1 || query.has('api_key')) {
      return { ok: false, answer: credentialsAmbiguous(deps.newInstance()) }
    }
    const found = await find(authorization)
    if ('fault' in found) return { ok: false, answer: credentialsWrong(found.fault, deps.newInstance()) }
    return { ok: true, identity: found }
  }
}

/** Several profiles may have the same application with other keys: any of them will do. */
async function byToken(token: string, identities: readonly Identity[], nowMs: number): Promise<Found> {
  const applicationId = member(unverifiedClaims(token), 'application_id')
  const named = identities.filter((one) => one.applicationId === applicationId && one.publicKey() !== null)
  let fault = ''
  for (const identity of named.length > 0 ? named : identities.slice(0, 1)) {
    const publicKey = identity.publicKey()
    if (publicKey === null) continue
    const claims = (one: JsonObject) => tokenFault(one, identity.applicationId, nowMs)
    const found = await bearerFault(token, publicKey, claims)
    if (found === null) return identity
    fault ||= found
  }
  return { fault }
}

function unverifiedClaims(token: string): unknown {
  const parsed = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return parsed.ok ? parsed.value : null
}

async function bearerFault(
  token: string,
  publicKey: KeyObject,
  faultOfClaims: (claims: JsonObject) => string | null,
): Promise<string | null> {
  try {
    const { alg } = decodeProtectedHeader(token)
    if (alg !== 'RS256') return 'The token is not signed with RS256.'
    const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] })
    const claims = parseJson(new TextDecoder().decode(payload))
    if (!claims.ok || !isJsonObject(claims.value)) return 'The token holds no JSON object of claims.'
    return faultOfClaims(claims.value)
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      return 'The signature of the token does not match the public key of the application.'
    }
    return 'The token is not a JWT.'
  }
}

function byAccount(value: string, identities: readonly Identity[]): Found {
  const given = Buffer.from(value, 'base64').toString('utf8')
  const found = identities.find(
    ({ apiKey, apiSecret }) => apiKey !== '' && apiSecret !== null && given === `${apiKey}:${apiSecret}`,
  )
  return found ?? { fault: 'The API key or secret is wrong.' }
}
