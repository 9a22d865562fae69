import type { ExactBody } from '#shared/callback.ts'

/** Bytes as they cross to the page: text only where it says exactly the same, byte order mark included. */
export function exactBody(bytes: Uint8Array): ExactBody {
  const sizeBytes = bytes.length
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { encoding: 'utf8', text, sizeBytes }
  } catch {
    return { encoding: 'base64', data: Buffer.from(bytes).toString('base64'), sizeBytes }
  }
}

/** The bytes again. */
export function bytesOfBody(body: ExactBody): Buffer {
  return body.encoding === 'utf8' ? Buffer.from(body.text, 'utf8') : Buffer.from(body.data, 'base64')
}
