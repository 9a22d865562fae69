import type { Readable } from 'node:stream'

/** Reads at most `keptBytes` of a response, then stops listening to it: an answer is never trusted to end. */
export async function readFirstBytes(
  body: Readable,
  keptBytes: number,
): Promise<{ readonly bytes: Buffer; readonly isCut: boolean }> {
  const chunks: Buffer[] = []
  let left = keptBytes
  let isCut = false
  for await (const chunk of body) {
    const bytes: Buffer = Buffer.from(chunk)
    chunks.push(bytes.subarray(0, left))
    isCut = bytes.length > left
    left -= Math.min(left, bytes.length)
    if (isCut) break
  }
  return { bytes: Buffer.concat(chunks), isCut }
}
