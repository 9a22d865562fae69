import type { Readable } from 'node:stream'
import { WorkbenchError } from '#shared/errors.ts'
import type { FetchedMedia, MediaKind } from '#shared/media.ts'
import { explainMedia } from '#shared/messenger/explain-media.ts'
import type { MediaAnswer } from './ask-pinned.ts'

export const MEDIA_CAP_BYTES = 10 * 1024 * 1024

/**
 * Reads the answer to a request for media. Of a file only the size is of interest, so it is not read where the server
 * tells. Throws HTTP_REFUSED, MEDIA_TYPE or MEDIA_TOO_LARGE.
 */
export async function readMedia(answer: MediaAnswer, kind: MediaKind, host: string): Promise<FetchedMedia> {
  const { httpStatus, contentType, contentLength } = answer
  if (httpStatus !== 200) throw new WorkbenchError(explainMedia({ kind: 'http-status', host, httpStatus }))
  if (kind === 'file') {
    const sizeBytes = contentLength ?? (await readCapped(answer.body, kind)).length
    return { contentType, sizeBytes, base64: null }
  }
  if (!contentType.startsWith(`${kind}/`)) {
    throw new WorkbenchError(explainMedia({ kind: 'wrong-type', media: kind, contentType }))
  }
  if ((contentLength ?? 0) > MEDIA_CAP_BYTES) throw tooLarge(kind)
  const bytes = await readCapped(answer.body, kind)
  return { contentType, sizeBytes: bytes.length, base64: bytes.toString('base64') }
}

async function readCapped(body: Readable, kind: MediaKind): Promise<Buffer> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of body) {
    const bytes: Buffer = Buffer.from(chunk)
    sizeBytes += bytes.length
    if (sizeBytes > MEDIA_CAP_BYTES) throw tooLarge(kind)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function tooLarge(media: MediaKind): WorkbenchError {
  return new WorkbenchError(explainMedia({ kind: 'too-large', media, capBytes: MEDIA_CAP_BYTES }))
}
