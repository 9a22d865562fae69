import type { Readable } from 'node:stream'

/** Reads at most `capBytes` of a response as UTF-8 text, then stops listening to it: an answer is never trusted to end. */
export async function readCappedText(body: Readable, capBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let left = capBytes
  for await (const chunk of body) {
    const bytes: Buffer = Buffer.from(chunk)
    chunks.push(bytes.subarray(0, left))
    left -= bytes.length
    if (left <= 0) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
