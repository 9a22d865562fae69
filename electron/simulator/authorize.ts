import { createPublicKey, type KeyObject } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, errors } from 'jose'
import { isJsonObject, type JsonObject, parseJson } from '#shared/messenger/json-value.ts'
import { type ApiAnswer, credentialsAmbiguous, credentialsMissing, credentialsWrong } from './api-answer.ts'
import type { SimulatorApplication } from './simulator-application.ts'
import { tokenFault } from './token-fault.ts'

/** Every Authorization header of a request, and its query string, where credentials may hide as well. */
type Credentials = { readonly authorizations: readonly string[]; readonly query: URLSearchParams }

/** Null when the request may go on, else the answer that turns it away. */
export type Authorize = (credentials: Credentials) => Promise<ApiAnswer | null>

/**
 * Checks credentials as the Messages API does: a JWT of the application, or API key and secret, never both.
 * Source: Messages API v1 spec, security schemes; Vonage authentication guide.
 */
export function createAuthorize(deps: {
  readonly application: SimulatorApplication
  readonly nowMs: () => number
  readonly newInstance: () => string
}): Authorize {
  const publicKey = createPublicKey(deps.application.publicKeyPem)

  async function faultOf(authorization: string): Promise<string | null> {
    const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2)
    switch (scheme.toLowerCase()) {
      case 'bearer':
        return bearerFault(value, publicKey, (claims) =>
          tokenFault(claims, deps.application.id, deps.nowMs()),
        )
      case 'basic':
        return basicFault(value, deps.application)
      default:
        return 'The Authorization header is neither Bearer nor Basic.'
    }
  }

  return async ({ authorizations, query }) => {
    const given = authorizations.flatMap((header) => header.split(/,\s*(?=(?:Basic|Bearer)\s)/i))
    const [authorization] = given
    if (authorization === undefined) return credentialsMissing()
    if (given.length > 1 || query.has('api_key')) return credentialsAmbiguous(deps.newInstance())
    const fault = await faultOf(authorization)
    return fault === null ? null : credentialsWrong(fault, deps.newInstance())
  }
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

function basicFault(value: string, { apiKey, apiSecret }: SimulatorApplication): string | null {
  const given = Buffer.from(value, 'base64').toString('utf8')
  return given === `${apiKey}:${apiSecret}` ? null : 'The API key or secret is wrong.'
}
