import type { IncomingMessage } from 'node:http'
import type { BodyFlaw } from '#shared/messenger/read-callback.ts'

const MAX_BODY_BYTES = 1024 * 1024

export type ReadBody = { readonly body: Uint8Array; readonly flaw: BodyFlaw | null }

/**
 * The raw bytes of a request. Never rejects: a body over 1 MiB is dropped as `too-large` (what still comes is drained
 * and ignored), a connection that ends early leaves what had arrived, as `cut-off`.
 */
export function readBody(request: IncomingMessage): Promise<ReadBody> {
  if (declaresTooMuch(request)) {
    request.resume()
    return Promise.resolve({ body: new Uint8Array(), flaw: 'too-large' })
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let sizeBytes = 0
    let isFinished = false
    const finish = (flaw: BodyFlaw | null) => {
      if (isFinished) return
      isFinished = true
      resolve({ body: flaw === 'too-large' ? new Uint8Array() : joined(chunks), flaw })
    }

    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length
      if (sizeBytes <= MAX_BODY_BYTES) chunks.push(chunk)
      else finish('too-large')
    })
    request.on('end', () => finish(null))
    request.on('error', () => finish('cut-off'))
    request.on('close', () => finish('cut-off'))
  })
}

/** Most bodies come in one piece, which is taken as it is. */
function joined(chunks: readonly Buffer[]): Uint8Array {
  const [only] = chunks
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks)
}

/** True when the request itself says that its body exceeds the cap. */
export function declaresTooMuch({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES
}
