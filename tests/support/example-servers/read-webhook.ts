import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { verifySignature } from '@vonage/jwt'

/** Vonage gives up after 24 hours; a token may not be much older. */
const OLDEST_SECONDS = 24 * 3_600 + 300

/** The bytes of a request's body. Rejects when the connection ends before the body does. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The token of a signed callback; null for none. */
export function bearerOf({ headers }: IncomingMessage): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}

/** What a token's signature is worth: HS256 with the account's signature secret, and made in the last day. */
export function isGenuine(token: string, secret: string): boolean {
  if (!verifySignature(token, secret)) return false
  const ageSeconds = Date.now() / 1000 - Number(claimsOf(token).iat)
  return Math.abs(ageSeconds) <= OLDEST_SECONDS
}

/** Whether the token was made for exactly these bytes. */
export function coversBody(token: string, body: Buffer): boolean {
  return claimsOf(token).payload_hash === createHash('sha256').update(body).digest('hex')
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}
