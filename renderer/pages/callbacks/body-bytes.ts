import type { ExactBody } from '#shared/callback.ts'

/** The bytes of a body as they came in. */
export function bodyBytes(body: ExactBody): Uint8Array {
  if (body.encoding === 'utf8') return new TextEncoder().encode(body.text)
  const binary = atob(body.data)
  const bytes = new Uint8Array(binary.length)
  // A callback for each of a million bytes would be felt.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}
