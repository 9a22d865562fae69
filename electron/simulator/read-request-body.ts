import type { IncomingMessage } from 'node:http'

/**
 * The whole body, or null when it is larger than `capBytes`. What is too much is read and dropped, because a client
 * that is still sending may never see an answer. Rejects when the client goes away before its end.
 */
export async function readRequestBody(request: IncomingMessage, capBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.from(chunk)
    size += bytes.length
    if (size <= capBytes) chunks.push(bytes)
    else chunks.length = 0
  }
  return size > capBytes ? null : Buffer.concat(chunks)
}
