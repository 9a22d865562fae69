import type { ExactBody } from '#shared/callback.ts'

/** The bytes of a body as they came in. */
export function bodyBytes(body: ExactBody): Uint8Array {
  if (body.encoding === 'utf8') return new TextEncoder().encode(body.text)
  return Uint8Array.from(atob(body.data), (character) => character.charCodeAt(0))
}
