import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'

export type CallbackToSign = {
  /** The body's bytes exactly as they will be sent. */
  readonly body: Uint8Array
  readonly apiKey: string
  readonly applicationId: string
  readonly signatureSecret: string
  readonly nowMs: number
  readonly jti: string
}

/**
 * Makes the Authorization header of a signed callback: `Bearer` and an HS256 JWT keyed with the signature secret as
 * UTF-8 text, whose `payload_hash` is the hex SHA-256 of the raw body.
 * Source: Vonage Messages API, "Signed webhooks".
 */
export async function signCallback(callback: CallbackToSign): Promise<string> {
  const payloadHash = createHash('sha256').update(callback.body).digest('hex')
  const token = await new SignJWT({
    iat: Math.floor(callback.nowMs / 1000),
    jti: callback.jti,
    iss: 'Vonage',
    payload_hash: payloadHash,
    api_key: callback.apiKey,
    application_id: callback.applicationId,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(callback.signatureSecret))
  return `Bearer ${token}`
}
